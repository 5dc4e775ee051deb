package org.sluis.documents;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluis.inspection.parsing.Removal;
import org.sluis.inspection.parsing.Rule;
import org.sluis.kernel.Sha256;
import org.sluis.platform.persistence.NamedRow;
import org.sluis.platform.persistence.Projection;

/** Out of which version the portal made this one, as its row keeps it: a line for each removal, tabs between its parts. */
@Embeddable
class KeptOrigin {

    /** What {@link #of(NamedRow)} reads; {@code v} version. */
    static final Projection COLUMNS = Projection.of("""
            madeFrom = v.made_from
            madeFromHash = v.made_from_hash
            removals = v.removals
            signaturesLost = coalesce(v.signatures_lost, false)
            """);

    private static final String LINE = "\n";
    private static final String TAB = "\t";
    private static final int PARTS = 4;

    @Column(name = "made_from")
    private @Nullable Integer madeFrom;

    @Column(name = "made_from_hash")
    private @Nullable String madeFromHash;

    private @Nullable String removals;

    @Column(name = "signatures_lost")
    private @Nullable Boolean signaturesLost;

    protected KeptOrigin() {}

    KeptOrigin(CopyOrigin origin) {
        madeFrom = origin.fromVersion();
        madeFromHash = origin.fromSha256().hex();
        removals = written(origin.removals());
        signaturesLost = origin.signaturesLost();
    }

    Optional<CopyOrigin> origin() {
        return Optional.ofNullable(madeFrom)
                .map(number -> new CopyOrigin(
                        number,
                        new Sha256(Optional.ofNullable(madeFromHash).orElseThrow()),
                        read(Optional.ofNullable(removals)),
                        Boolean.TRUE.equals(signaturesLost)));
    }

    /** The same from a row that has these columns. */
    static Optional<CopyOrigin> of(NamedRow row) {
        return row.text("madeFrom")
                .map(Integer::valueOf)
                .map(number -> new CopyOrigin(
                        number,
                        new Sha256(row.text("madeFromHash").orElseThrow()),
                        read(row.text("removals")),
                        row.flag("signaturesLost")));
    }

    /** No text of a removal holds a tab or a line end. */
    static String written(List<Removal> removals) {
        return removals.stream()
                .map(removal -> String.join(
                        TAB,
                        removal.rule().slug(),
                        String.valueOf(removal.count()),
                        removal.member().orElse(""),
                        removal.subject().orElse("")))
                .collect(Collectors.joining(LINE));
    }

    /** Without those by a rule that is not known any more. */
    static List<Removal> read(Optional<String> column) {
        return column.stream()
                .flatMap(lines -> Stream.of(lines.split(LINE, -1)))
                .map(line -> line.split(TAB, PARTS))
                .filter(parts -> parts.length == PARTS)
                .flatMap(parts -> Rule.named(parts[0])
                        .map(rule -> new Removal(rule, told(parts[2]), told(parts[3]), Integer.parseInt(parts[1])))
                        .stream())
                .toList();
    }

    private static Optional<String> told(String part) {
        return Optional.of(part).filter(text -> !text.isEmpty());
    }
}

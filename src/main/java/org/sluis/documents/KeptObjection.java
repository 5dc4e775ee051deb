package org.sluis.documents;

import jakarta.persistence.Embeddable;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Objection.Evidence;
import org.sluis.inspection.parsing.Rule;
import org.sluis.platform.persistence.NamedRow;
import org.sluis.platform.persistence.Projection;

/** Why a version was refused, as its row keeps it. */
@Embeddable
public class KeptObjection {

    /** What {@link #of(NamedRow)} reads; {@code v} version. */
    public static final Projection COLUMNS = Projection.of("""
            rule = v.rule
            member = v.member
            detected = v.detected
            evidence = v.evidence
            expected = v.expected
            page = v.page
            part = v.part
            subject = v.subject
            """);

    /** Between several in one column; no text of an objection holds one. */
    private static final String LINE = "\n";

    private @Nullable String rule;
    private @Nullable String member;
    private @Nullable String detected;
    private @Nullable String evidence;
    private @Nullable String expected;
    private @Nullable Integer page;
    private @Nullable String part;
    private @Nullable String subject;

    protected KeptObjection() {}

    KeptObjection(Objection objection) {
        rule = objection.rule().slug();
        member = objection.member().orElse(null);
        detected = objection.detected().orElse(null);
        evidence = objection.evidence().map(Enum::name).orElse(null);
        expected = objection.expected().isEmpty() ? null : String.join(LINE, objection.expected());
        page = objection.page().isPresent() ? objection.page().getAsInt() : null;
        part = objection.part().orElse(null);
        subject = objection.subject().orElse(null);
    }

    /** None where the rule is not known any more. */
    Optional<Objection> objection() {
        return of(
                Optional.ofNullable(rule),
                Optional.ofNullable(member),
                Optional.ofNullable(detected),
                Optional.ofNullable(evidence),
                Optional.ofNullable(expected),
                Optional.ofNullable(page),
                Optional.ofNullable(part),
                Optional.ofNullable(subject));
    }

    /** The same from a row that has these columns. */
    public static Optional<Objection> of(NamedRow row) {
        return of(
                row.text("rule"),
                row.text("member"),
                row.text("detected"),
                row.text("evidence"),
                row.text("expected"),
                row.text("page").map(Integer::valueOf),
                row.text("part"),
                row.text("subject"));
    }

    private static Optional<Objection> of(
            Optional<String> rule,
            Optional<String> member,
            Optional<String> detected,
            Optional<String> evidence,
            Optional<String> expected,
            Optional<Integer> page,
            Optional<String> part,
            Optional<String> subject) {
        return rule.flatMap(Rule::named)
                .map(known -> new Objection(
                        known,
                        member,
                        detected,
                        evidence.flatMap(Evidence::named),
                        expected.map(types -> List.of(types.split(LINE, -1))).orElse(List.of()),
                        page.map(OptionalInt::of).orElse(OptionalInt.empty()),
                        part,
                        subject));
    }
}

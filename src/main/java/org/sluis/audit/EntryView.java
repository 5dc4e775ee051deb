package org.sluis.audit;

import static org.sluis.platform.rest.Audience.ADMIN;
import static org.sluis.platform.rest.Audience.CLIENT_THEMSELVES;
import static org.sluis.platform.rest.Audience.DPO;
import static org.sluis.platform.rest.Audience.THEMSELVES;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sluis.kernel.AuditEvent.Outcome;
import org.sluis.kernel.Ids;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.VisibleTo;

/**
 * An entry of the trail as it leaves.
 *
 * @param actor none where the portal did it by itself
 * @param act its code
 * @param facts what the entry says beyond that
 * @param address from where it was asked, for 90 days
 */
@Schema(name = "TrailEntry")
record EntryView(
        @VisibleTo({ADMIN, DPO, THEMSELVES}) UUID id,
        @VisibleTo({ADMIN, DPO, THEMSELVES}) Instant at,
        @VisibleTo({ADMIN, DPO, THEMSELVES}) Optional<Actor> actor,
        @VisibleTo({ADMIN, DPO, THEMSELVES}) String act,
        @VisibleTo({ADMIN, DPO, THEMSELVES}) Outcome outcome,
        @VisibleTo({ADMIN, DPO, THEMSELVES}) Subject subject,
        @VisibleTo({ADMIN, DPO, THEMSELVES}) List<Fact> facts,
        @VisibleTo({DPO, CLIENT_THEMSELVES}) Optional<String> address) {

    private static final Duration ADDRESS_IS_SHOWN = Duration.ofDays(90);

    /** What the engines said is for administrators alone, and checksums are not for the data protection officer, as of documents. */
    private static final Set<String> OF_SCANNERS = Set.of("scanner", "signature", "signatures");

    private static final Set<String> CHECKSUMS = Set.of("fromSha256", "sha256");
    private static final Set<Audience> HAVE_CHECKSUMS = EnumSet.of(Audience.CLIENT, Audience.INSPECTOR, ADMIN);

    /** Who did it, or was refused it. */
    public record Actor(
            @VisibleTo({ADMIN, DPO, THEMSELVES}) UUID id,
            @VisibleTo({ADMIN, DPO, THEMSELVES}) Optional<String> name) {}

    /** What it was about, and its name where it has one that the reader may know. */
    public record Subject(
            @VisibleTo({ADMIN, DPO, THEMSELVES}) String type,
            @VisibleTo({ADMIN, DPO, THEMSELVES}) Optional<UUID> id,
            @VisibleTo({ADMIN, DPO, THEMSELVES}) Optional<String> name) {}

    /** One thing that the entry says, and how what it names is called. */
    public record Fact(
            @VisibleTo({ADMIN, DPO, THEMSELVES}) String name,
            @VisibleTo({ADMIN, DPO, THEMSELVES}) List<String> values,
            @VisibleTo({ADMIN, DPO, THEMSELVES}) Optional<String> called) {}

    /** As the description of the API knows a page of them. */
    record Page(List<EntryView> items, Optional<String> nextCursor) {}

    static EntryView of(TrailEntry entry, Map<UUID, String> names, Instant now, Set<Audience> readers) {
        return new EntryView(
                entry.id(),
                entry.at(),
                entry.actor().map(id -> new Actor(id, named(id, names))),
                entry.act(),
                entry.outcome(),
                new Subject(entry.type(), entry.subject(), entry.subject().flatMap(id -> named(id, names))),
                entry.facts().entrySet().stream()
                        .filter(fact -> isFor(readers, fact.getKey()))
                        .map(fact -> fact(fact.getKey(), fact.getValue(), names))
                        .toList(),
                entry.address()
                        .filter(there -> entry.at().plus(ADDRESS_IS_SHOWN).isAfter(now)));
    }

    private static Fact fact(String name, List<String> values, Map<UUID, String> names) {
        Optional<String> called =
                values.stream().findFirst().flatMap(Ids::parse).flatMap(id -> named(id, names));
        return new Fact(name, values, called);
    }

    private static boolean isFor(Set<Audience> readers, String fact) {
        if (OF_SCANNERS.contains(fact)) {
            return readers.contains(ADMIN);
        }
        return !CHECKSUMS.contains(fact) || !Collections.disjoint(readers, HAVE_CHECKSUMS);
    }

    private static Optional<String> named(UUID id, Map<UUID, String> names) {
        return Optional.ofNullable(names.get(id));
    }
}

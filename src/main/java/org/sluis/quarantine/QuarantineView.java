package org.sluis.quarantine;

import static org.sluis.platform.rest.Audience.ADMIN;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sluis.documents.DocumentState;
import org.sluis.documents.Explanations;
import org.sluis.documents.KeptObjection;
import org.sluis.documents.RefusalView;
import org.sluis.platform.persistence.Row;
import org.sluis.platform.rest.VisibleTo;

/**
 * A version that waits, was refused or was recalled, as the desk shows it: everything but its content.
 *
 * @param id of the version
 * @param since when it began to wait, or was decided on
 * @param attempts checks that were begun
 * @param why the last check of a waiting one gave no verdict
 * @param engine of the scanner that convicted it, as that calls itself
 * @param databaseVersion number of that scanner's daily signatures, where it told
 * @param kept whether its content still exists
 * @param sealedUntil when the content of a refused one is destroyed
 * @param secondLook what its sender asks for, as long as that is open
 */
@Schema(name = "Quarantine")
record QuarantineView(
        @VisibleTo(ADMIN) UUID id,
        @VisibleTo(ADMIN) UUID documentId,
        @VisibleTo(ADMIN) int version,
        @VisibleTo(ADMIN) String title,
        @VisibleTo(ADMIN) String category,
        @VisibleTo(ADMIN) DocumentState state,
        @VisibleTo(ADMIN) String fileName,
        @VisibleTo(ADMIN) long size,
        @VisibleTo(ADMIN) String sha256,
        @VisibleTo(ADMIN) Person uploadedBy,
        @VisibleTo(ADMIN) Instant uploadedAt,
        @VisibleTo(ADMIN) Instant since,
        @VisibleTo(ADMIN) int attempts,
        @VisibleTo(ADMIN) Optional<Instant> nextAttemptAt,
        @VisibleTo(ADMIN) Optional<String> why,
        @VisibleTo(ADMIN) Optional<String> reason,
        @VisibleTo(ADMIN) Optional<RefusalView> refusal,
        @VisibleTo(ADMIN) Optional<String> signature,
        @VisibleTo(ADMIN) Optional<String> engine,
        @VisibleTo(ADMIN) Optional<String> databaseVersion,
        @VisibleTo(ADMIN) boolean kept,
        @VisibleTo(ADMIN) Optional<Proposal> proposal,
        @VisibleTo(ADMIN) Optional<Instant> sealedUntil,
        @VisibleTo(ADMIN) Optional<Asked> secondLook) {

    /** What {@link #of} reads, in its order; {@code v} version, {@code d} document, {@code u} uploader, {@code r} open proposal, {@code p} who made it, {@code s} open request. */
    static final String COLUMNS = """
            v.id, d.id, v.number, d.title, d.category, v.state, v.file_name, v.size, v.sha256,
            u.id, u.name, u.email, v.uploaded_at,
            coalesce(v.decided_at, v.waiting_since, v.uploaded_at), v.attempts,
            case when v.state = 'CHECKING' then v.next_attempt_at end,
            case when v.state = 'CHECKING' then v.fault end,
            v.reason, v.signature, nullif(split_part(v.scanner, '/', 1), ''), nullif(split_part(v.scanner, '/', 2), ''),
            v.wrapped_key is not null,
            r.id, r.reason, p.id, p.name, p.email, r.proposed_at,
            case when v.state = 'REJECTED' and v.wrapped_key is not null then v.sealed_until end, s.reason, s.asked_at,
            """ + KeptObjection.COLUMNS;

    private static final int OBJECTION = 31;

    /** How the description of the API names a page of them. */
    @Schema(name = "QuarantinePage")
    record Page(List<QuarantineView> items, Optional<String> nextCursor) {}

    /** A proposal that was just made, named for whoever made it. */
    @Schema(name = "Proposed")
    record Proposed(@VisibleTo(ADMIN) UUID id) {}

    /** Somebody by name. */
    @Schema(name = "QuarantinePerson")
    record Person(
            @VisibleTo(ADMIN) UUID id,
            @VisibleTo(ADMIN) String name,
            @VisibleTo(ADMIN) Optional<String> email) {

        /** How the description of the API names a page of them. */
        @Schema(name = "QuarantinePersonPage")
        record Page(List<Person> items, Optional<String> nextCursor) {}

        static Person of(Row row, int first) {
            return new Person(row.id(first).orElseThrow(), row.text(first + 1).orElseThrow(), row.text(first + 2));
        }
    }

    /** That its sender asks for a second look at the refusal, and why. */
    @Schema(name = "QuarantineSecondLook")
    record Asked(
            @VisibleTo(ADMIN) String reason,
            @VisibleTo(ADMIN) Instant askedAt) {}

    /** That a version be released, or its rule lifted, which waits for a second administrator. */
    record Proposal(
            @VisibleTo(ADMIN) UUID id,
            @VisibleTo(ADMIN) String reason,
            @VisibleTo(ADMIN) Person proposedBy,
            @VisibleTo(ADMIN) Instant proposedAt) {}

    static QuarantineView of(Row row, Explanations explanations) {
        String fileName = row.text(6).orElseThrow();
        return new QuarantineView(
                row.id(0).orElseThrow(),
                row.id(1).orElseThrow(),
                (int) row.number(2),
                row.text(3).orElseThrow(),
                row.text(4).orElseThrow(),
                DocumentState.valueOf(row.text(5).orElseThrow()),
                fileName,
                row.number(7),
                row.text(8).orElseThrow(),
                Person.of(row, 9),
                row.instant(12).orElseThrow(),
                row.instant(13).orElseThrow(),
                (int) row.number(14),
                row.instant(15),
                row.text(16),
                row.text(17),
                explanations.refusal(KeptObjection.of(row, OBJECTION), fileName, row.flag(21)),
                row.text(18),
                row.text(19),
                row.text(20),
                row.flag(21),
                row.id(22).map(id -> proposal(id, row)),
                row.instant(28),
                row.text(29).map(reason -> new Asked(reason, row.instant(30).orElseThrow())));
    }

    private static Proposal proposal(UUID id, Row row) {
        return new Proposal(
                id,
                row.text(23).orElseThrow(),
                Person.of(row, 24),
                row.instant(27).orElseThrow());
    }
}

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
import org.sluis.platform.persistence.NamedRow;
import org.sluis.platform.persistence.Projection;
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

    /**
     * What {@link #of} reads; {@code v} version, {@code d} document, {@code u} uploader, {@code r} open proposal, {@code p} who made
     * it, {@code s} open request.
     */
    static final Projection COLUMNS = Projection.of("""
                    id = v.id
                    document = d.id
                    version = v.number
                    title = d.title
                    category = d.category
                    state = v.state
                    fileName = v.file_name
                    size = v.size
                    sha256 = v.sha256
                    uploader = u.id
                    uploaderName = u.name
                    uploaderEmail = u.email
                    uploadedAt = v.uploaded_at
                    since = coalesce(v.decided_at, v.waiting_since, v.uploaded_at)
                    attempts = v.attempts
                    nextAttemptAt = case when v.state = 'CHECKING' then v.next_attempt_at end
                    why = case when v.state = 'CHECKING' then v.fault end
                    reason = v.reason
                    signature = v.signature
                    engine = nullif(split_part(v.scanner, '/', 1), '')
                    databaseVersion = nullif(split_part(v.scanner, '/', 2), '')
                    kept = v.wrapped_key is not null
                    proposal = r.id
                    proposalReason = r.reason
                    proposer = p.id
                    proposerName = p.name
                    proposerEmail = p.email
                    proposedAt = r.proposed_at
                    sealedUntil = case when v.state = 'REJECTED' and v.wrapped_key is not null then v.sealed_until end
                    askedFor = s.reason
                    askedAt = s.asked_at
                    """).and(KeptObjection.COLUMNS);

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

        /** @param who whose identifier is in the column of that name */
        static Person of(NamedRow row, String who) {
            return new Person(row.id(who).orElseThrow(), row.text(who + "Name").orElseThrow(), row.text(who + "Email"));
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

    static QuarantineView of(NamedRow row, Explanations explanations) {
        String fileName = row.text("fileName").orElseThrow();
        boolean kept = row.flag("kept");
        return new QuarantineView(
                row.id("id").orElseThrow(),
                row.id("document").orElseThrow(),
                (int) row.number("version"),
                row.text("title").orElseThrow(),
                row.text("category").orElseThrow(),
                DocumentState.valueOf(row.text("state").orElseThrow()),
                fileName,
                row.number("size"),
                row.text("sha256").orElseThrow(),
                Person.of(row, "uploader"),
                row.instant("uploadedAt").orElseThrow(),
                row.instant("since").orElseThrow(),
                (int) row.number("attempts"),
                row.instant("nextAttemptAt"),
                row.text("why"),
                row.text("reason"),
                explanations.refusal(KeptObjection.of(row), fileName, kept),
                row.text("signature"),
                row.text("engine"),
                row.text("databaseVersion"),
                kept,
                row.id("proposal").map(id -> proposal(id, row)),
                row.instant("sealedUntil"),
                row.text("askedFor")
                        .map(reason -> new Asked(reason, row.instant("askedAt").orElseThrow())));
    }

    private static Proposal proposal(UUID id, NamedRow row) {
        return new Proposal(
                id,
                row.text("proposalReason").orElseThrow(),
                Person.of(row, "proposer"),
                row.instant("proposedAt").orElseThrow());
    }
}

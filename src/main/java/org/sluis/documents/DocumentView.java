package org.sluis.documents;

import static org.sluis.platform.rest.Audience.ADMIN;
import static org.sluis.platform.rest.Audience.CLIENT;
import static org.sluis.platform.rest.Audience.CLIENT_OF_SAME_SIDE;
import static org.sluis.platform.rest.Audience.CLIENT_UPLOADER;
import static org.sluis.platform.rest.Audience.DPO;
import static org.sluis.platform.rest.Audience.INSPECTOR;
import static org.sluis.platform.rest.Audience.UPLOADER;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sluis.access.Right;
import org.sluis.kernel.Sha256;
import org.sluis.people.PersonSummary;
import org.sluis.platform.rest.VisibleTo;

/** A document as it leaves, member by member declared for its readers (promise B4). */
@Schema(name = "Document")
record DocumentView(
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) UUID id,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) String title,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN}) Optional<String> description,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) String category,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN}) Optional<UUID> dossierId,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) DocumentState state,
        @VisibleTo({CLIENT_UPLOADER, ADMIN, DPO}) Optional<String> reason,
        @VisibleTo({UPLOADER, ADMIN, DPO}) Optional<RefusalView> refusal,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN}) List<ContentNoticeView> notices,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN}) Optional<CopyOriginView> madeByPortal,
        @VisibleTo({UPLOADER, ADMIN}) Optional<Instant> waitingSince,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) String fileName,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) Optional<String> mediaType,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) long size,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN}) String sha256,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) int version,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) Uploader uploadedBy,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) Instant uploadedAt,

        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO})
        @Schema(implementation = String.class, nullable = true, description = "VIEW, DOWNLOAD, REVISE, or none")
        Optional<Right> right,

        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) Optional<Instant> expiresAt) {

    /** How the description of the API names a page of them. */
    @Schema(name = "DocumentPage")
    record Page(List<DocumentView> items, Optional<String> nextCursor) {}

    /** Who sent the document in. */
    public record Uploader(
            @VisibleTo({CLIENT_OF_SAME_SIDE, INSPECTOR, ADMIN, DPO})
            UUID id,

            @VisibleTo({CLIENT_OF_SAME_SIDE, INSPECTOR, ADMIN, DPO})
            String name,

            @VisibleTo({ADMIN, DPO}) Optional<String> email,

            @VisibleTo({CLIENT_OF_SAME_SIDE, INSPECTOR, ADMIN, DPO})
            Optional<String> organisation) {

        static Uploader of(UUID id, Optional<PersonSummary> person) {
            return new Uploader(
                    id,
                    person.map(PersonSummary::name).orElse(""),
                    person.flatMap(PersonSummary::email),
                    person.flatMap(PersonSummary::organisation));
        }
    }

    /** The document as one of its versions shows it. */
    static DocumentView of(
            Document document,
            DocumentVersion version,
            Optional<PersonSummary> uploader,
            Optional<Right> right,
            Optional<Instant> expiresAt,
            Explanations explanations) {
        boolean current = version.number() == document.currentVersion();
        return new DocumentView(
                document.id(),
                document.title(),
                document.description(),
                document.category(),
                document.dossierId(),
                current ? document.state() : version.state(),
                version.reason(),
                explanations.refusal(
                        version.objection(), version.fileName(), version.blob().isPresent()),
                explanations.notices(version.notices()),
                explanations.origin(version.origin()),
                version.waitingSince(),
                version.fileName(),
                version.mediaType(),
                version.size(),
                version.sha256().hex(),
                version.number(),
                Uploader.of(version.uploaderId(), uploader),
                version.uploadedAt(),
                right,
                expiresAt);
    }

    /** Where the bytes are named by their hash, for the strong ETag (RFC 9110, 8.8.3). */
    static String entityTag(Sha256 sha256) {
        return '"' + sha256.hex() + '"';
    }
}

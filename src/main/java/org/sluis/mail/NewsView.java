package org.sluis.mail;

import static org.sluis.platform.rest.Audience.ADMIN;
import static org.sluis.platform.rest.Audience.CLIENT;
import static org.sluis.platform.rest.Audience.DPO;
import static org.sluis.platform.rest.Audience.INSPECTOR;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sluis.platform.persistence.NamedRow;
import org.sluis.platform.persistence.Projection;
import org.sluis.platform.rest.VisibleTo;

/**
 * One item of news for its reader.
 *
 * @param documentId what it is about, while the reader may see that
 * @param expiresAt when the access ends that it tells of
 */
@Schema(name = "News")
record NewsView(
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) UUID id,

        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) NewsKind kind,

        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) Instant at,

        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) boolean read,

        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) Optional<UUID> documentId,

        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) Optional<String> title,

        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) Optional<Instant> expiresAt) {

    /** What {@link #of} reads of {@code shown}. */
    static final Projection COLUMNS = Projection.of("""
            id = shown.id
            kind = shown.kind
            at = shown.at
            read = shown.read_at is not null
            document = shown.document_id
            title = shown.title
            validUntil = shown.valid_until
            """);

    static NewsView of(NamedRow row) {
        return new NewsView(
                row.id("id").orElseThrow(),
                NewsKind.valueOf(row.text("kind").orElseThrow()),
                row.instant("at").orElseThrow(),
                row.flag("read"),
                row.id("document"),
                row.text("title"),
                row.instant("validUntil"));
    }

    /** As the description of the API knows a page of them. */
    record Page(List<NewsView> items, Optional<String> nextCursor) {}
}

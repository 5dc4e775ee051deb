package org.sluis.access;

import static org.sluis.platform.rest.Audience.ADMIN;
import static org.sluis.platform.rest.Audience.DPO;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sluis.platform.rest.VisibleTo;

/**
 * Who could see a document at an instant, as it leaves.
 *
 * @param nextCursor where the next page of readers begins; none on the last
 * @param state the document's state then; none before it was entered
 */
@Schema(name = "Readers")
public record AccessView(
        @VisibleTo({ADMIN, DPO}) UUID documentId,
        @VisibleTo({ADMIN, DPO}) Instant at,
        @VisibleTo({ADMIN, DPO}) Optional<String> state,
        @VisibleTo({ADMIN, DPO}) List<ReaderView> readers,
        @VisibleTo({ADMIN, DPO}) Optional<String> nextCursor) {}

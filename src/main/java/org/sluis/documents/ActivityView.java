package org.sluis.documents;

import static org.sluis.platform.rest.Audience.ADMIN;
import static org.sluis.platform.rest.Audience.DPO;

import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sluis.access.Right;
import org.sluis.platform.rest.VisibleTo;

/**
 * Something that was done with a document, as the trail tells it.
 *
 * @param act its code
 * @param actor by whom; none for the portal itself
 * @param principal who was given access or lost it
 */
@Schema(name = "Activity")
record ActivityView(
        @VisibleTo({ADMIN, DPO}) Instant at,
        @VisibleTo({ADMIN, DPO}) String act,
        @VisibleTo({ADMIN, DPO}) Optional<String> actor,
        @VisibleTo({ADMIN, DPO}) Optional<Integer> version,
        @VisibleTo({ADMIN, DPO}) Optional<Right> right,
        @VisibleTo({ADMIN, DPO}) Optional<String> principal) {}

package org.sluis.documents;

import static org.sluis.platform.rest.Audience.ADMIN;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sluis.platform.rest.VisibleTo;

/**
 * A document with which it was not done what an administrator wanted of several (promise B4).
 *
 * @param title none where it is not there any more
 * @param reason the slug of the problem, {@code other} where there are no words for it
 */
record LeftDocument(
        @VisibleTo(ADMIN) UUID id,
        @VisibleTo(ADMIN) Optional<String> title,
        @VisibleTo(ADMIN) String reason) {

    private static final Set<String> WORDED =
            Set.of("not-found", "stale", "held", "not-checked", "type-not-allowed", "too-large");

    LeftDocument {
        reason = WORDED.contains(reason) ? reason : "other";
    }
}

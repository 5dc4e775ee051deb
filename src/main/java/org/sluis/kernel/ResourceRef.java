package org.sluis.kernel;

import java.util.Optional;
import java.util.UUID;

/**
 * A thing an act is about, for the trail.
 *
 * @param type the kind of thing, as in the path of the API: {@code document}, {@code person}
 * @param id which one; none where the act is about the kind, such as listing
 */
public record ResourceRef(String type, Optional<UUID> id) {

    public static ResourceRef document(UUID id) {
        return new ResourceRef("document", Optional.of(id));
    }

    /** All things of one kind. */
    public static ResourceRef every(String type) {
        return new ResourceRef(type, Optional.empty());
    }
}

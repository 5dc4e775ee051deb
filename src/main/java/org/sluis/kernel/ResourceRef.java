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

    public static ResourceRef person(UUID id) {
        return new ResourceRef("person", Optional.of(id));
    }

    public static ResourceRef organisation(UUID id) {
        return new ResourceRef("organisation", Optional.of(id));
    }

    public static ResourceRef team(UUID id) {
        return new ResourceRef("team", Optional.of(id));
    }

    /** All things of one kind. */
    public static ResourceRef every(String type) {
        return new ResourceRef(type, Optional.empty());
    }
}

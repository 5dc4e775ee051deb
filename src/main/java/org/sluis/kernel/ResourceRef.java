package org.sluis.kernel;

import java.util.UUID;

/**
 * A thing an act is about, for the trail.
 *
 * @param type the kind of thing, as in the path of the API: {@code document}, {@code grant}
 */
public record ResourceRef(String type, UUID id) {

    public static ResourceRef document(UUID id) {
        return new ResourceRef("document", id);
    }
}

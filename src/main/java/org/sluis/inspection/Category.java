package org.sluis.inspection;

import java.util.Set;

/**
 * A kind of document and what may be sent as one.
 *
 * @param name as in the API
 * @param types media types the content may have
 * @param limit bytes one file may have
 */
public record Category(String name, Set<String> types, long limit) {

    public Category {
        types = Set.copyOf(types);
    }
}

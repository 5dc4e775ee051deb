package org.sluis.inspection;

import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sluis.inspection.parsing.MediaTypes;

/**
 * A kind of document and what may be sent as one.
 *
 * @param name as in the API
 * @param types media types the content may have
 * @param limit bytes one file may have
 * @param accessDays for how many days access to one is usually given; none where that is different each time
 */
public record Category(String name, Set<String> types, long limit, Optional<Integer> accessDays) {

    public Category {
        types = Set.copyOf(types);
    }

    /** One without a usual time of access. */
    public Category(String name, Set<String> types, long limit) {
        this(name, types, limit, Optional.empty());
    }

    /** Whatever the portal can check: what was let in once is judged by its content alone. */
    public static Category anything() {
        return new Category("anything", Set.copyOf(MediaTypes.KNOWN), Long.MAX_VALUE);
    }

    /** Whether a file of that name can be one of these; a name without an ending says nothing yet. */
    public boolean takesName(String fileName) {
        String extension = MediaTypes.extension(fileName);
        return extension.isEmpty() || extensions().contains(extension);
    }

    /** The file name endings such content may carry, in order. */
    public SortedSet<String> extensions() {
        return types.stream()
                .flatMap(type -> MediaTypes.extensions(type).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

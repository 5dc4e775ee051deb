package org.sluis.inspection.parsing;

import java.util.Map;
import java.util.Optional;

/**
 * One directory of a TIFF file.
 *
 * @param next position of the one that follows in its chain; 0 at the end
 */
record TiffDirectory(Map<Integer, Values> entries, long next) {

    /** Where an entry's values are. */
    record Values(int type, long count, long position) {}

    /** Those of a tag; none where it is absent or empty. */
    Optional<Values> values(int tag) {
        return Optional.ofNullable(entries.get(tag)).filter(values -> values.count() > 0);
    }
}

package org.sluis.documents;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.sluis.kernel.SavableName;

/**
 * Gives the members of one archive names that every system can unpack and none can be led astray by: no path, no
 * reserved name, no two that differ by case only. The names of files were made safe when they came in; this does not
 * rely on it.
 */
final class MemberNames {

    private static final int MAX_STEM = 100;

    private final Set<String> taken = new HashSet<>();

    /** @param kept a name that no member may have */
    MemberNames(String kept) {
        taken.add(folded(kept));
    }

    /** The name for the next member. */
    String next(String fileName) {
        String name = SavableName.of(fileName);
        int dot = name.lastIndexOf('.');
        String stem = dot > 0 ? name.substring(0, dot) : name;
        String extension = dot > 0 ? name.substring(dot) : "";
        String candidate = name;
        for (int copy = 2; !taken.add(folded(candidate)); copy++) {
            candidate = "%s (%d)%s".formatted(shortened(stem), copy, extension);
        }
        return candidate;
    }

    /** Room for the number: 255 bytes are the most a file system takes. */
    private static String shortened(String stem) {
        return stem.length() <= MAX_STEM ? stem : stem.substring(0, stem.offsetByCodePoints(0, MAX_STEM / 2));
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}

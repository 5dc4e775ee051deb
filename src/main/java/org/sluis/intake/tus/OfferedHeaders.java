package org.sluis.intake.tus;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import org.sluis.kernel.ProblemException;

/**
 * The headers that tus gives a meaning and that are understood here. A header of an extension that is not offered is
 * refused: overlooked, it would make something else than its sender means, such as two documents of the halves of one file.
 */
final class OfferedHeaders {

    private static final String OF_THE_PROTOCOL = "upload-";
    private static final Set<String> UNDERSTOOD =
            Set.of("upload-length", "upload-metadata", "upload-offset", "upload-checksum");

    private OfferedHeaders() {}

    /**
     * @param names of all headers of a request
     * @throws ProblemException {@code invalid-member} naming the first of an extension that is not offered
     */
    static void require(Collection<String> names) {
        names.stream().filter(OfferedHeaders::isUnknown).sorted().findFirst().ifPresent(name -> {
            throw ProblemException.invalid(name, "unknown");
        });
    }

    private static boolean isUnknown(String name) {
        String folded = name.toLowerCase(Locale.ROOT);
        return folded.startsWith(OF_THE_PROTOCOL) && !UNDERSTOOD.contains(folded);
    }
}

package org.sluis.documents;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Ids;
import org.sluis.kernel.ProblemException;

/** Which documents are wanted in one archive. */
public record ArchiveRequest(@Nullable List<@Nullable String> ids) {

    /**
     * @param most how many at the most
     * @throws ProblemException {@code invalid-member} for none, too many or repeated ones; {@code not-found}
     */
    List<UUID> documents(int most) {
        if (ids == null || ids.isEmpty() || ids.size() > most) {
            throw ProblemException.invalid("ids", "size");
        }
        if (ids.contains(null)) {
            throw ProblemException.invalid("ids", "missing");
        }
        if (new HashSet<>(ids).size() < ids.size()) {
            throw ProblemException.invalid("ids", "repeated");
        }
        return ids.stream()
                .map(id -> Ids.parse(String.valueOf(id)).orElseThrow(ProblemException::notFound))
                .toList();
    }
}

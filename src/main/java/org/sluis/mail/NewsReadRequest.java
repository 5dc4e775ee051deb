package org.sluis.mail;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Ids;
import org.sluis.kernel.ProblemException;

/** Which items somebody has read: these, all up to one, or all. */
public record NewsReadRequest(
        @Nullable List<@Nullable String> ids, @Nullable String through) {

    private static final int MOST = 200;

    /** @throws ProblemException {@code invalid-member} for none or too many, and for what is no identifier */
    NewsRead items() {
        if (ids != null && (ids.isEmpty() || ids.size() > MOST)) {
            throw ProblemException.invalid("ids", "size");
        }
        return new NewsRead(
                Optional.ofNullable(ids)
                        .map(all -> all.stream().map(id -> parsed("ids", id)).toList()),
                Optional.ofNullable(through).map(id -> parsed("through", id)));
    }

    private static UUID parsed(String member, @Nullable String id) {
        return Ids.parse(String.valueOf(id)).orElseThrow(() -> ProblemException.invalid(member, "format"));
    }
}

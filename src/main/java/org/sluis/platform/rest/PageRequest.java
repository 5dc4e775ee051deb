package org.sluis.platform.rest;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Page;
import org.sluis.kernel.ProblemException;

/**
 * Which page of a list is asked for.
 *
 * @param limit how many items, 1 to 200
 * @param below the identifier the page starts below; none for the first page
 */
public record PageRequest(int limit, Optional<UUID> below) {

    private static final int MAX = 200;
    private static final int DEFAULT = 50;
    private static final int CURSOR_BYTES = 16;

    /** @throws ProblemException {@code invalid-member} naming {@code limit} or {@code cursor} */
    public static PageRequest of(@Nullable Integer limit, @Nullable String cursor) {
        int wanted = limit == null ? DEFAULT : limit;
        if (wanted < 1 || wanted > MAX) {
            throw ProblemException.invalid("limit", "range");
        }
        return new PageRequest(wanted, Optional.ofNullable(cursor).map(PageRequest::decode));
    }

    /** The page as the API writes it. */
    public static FilteredView answer(Page<FilteredView> page) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("items", page.items());
        answer.put("nextCursor", page.nextCursor().map(PageRequest::encode).orElse(null));
        return new FilteredView(answer);
    }

    /** A list that is always sent whole, written as a page. */
    public static FilteredView whole(List<FilteredView> items) {
        return answer(new Page<>(items, Optional.empty()));
    }

    /** A cursor is opaque to the caller. */
    public static String encode(UUID id) {
        byte[] bytes = ByteBuffer.allocate(CURSOR_BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static UUID decode(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length == CURSOR_BYTES) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                return new UUID(buffer.getLong(), buffer.getLong());
            }
        } catch (IllegalArgumentException notBase64) {
            throw ProblemException.invalid("cursor", "format");
        }
        throw ProblemException.invalid("cursor", "format");
    }
}

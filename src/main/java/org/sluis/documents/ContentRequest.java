package org.sluis.documents;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which bytes are asked for (RFC 9110, 13 and 14): one range, or all.
 *
 * @param withBody whether the bytes themselves are wanted
 */
record ContentRequest(
        @Nullable String range,
        @Nullable String ifRange,
        @Nullable String ifNoneMatch,
        boolean withBody) {

    private static final Pattern SINGLE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /**
     * Bytes from {@code first} to {@code last}, both included.
     */
    record Span(long first, long last) {

        long length() {
            return last - first + 1;
        }
    }

    boolean knows(String entityTag) {
        return ifNoneMatch != null && (ifNoneMatch.equals("*") || ifNoneMatch.contains(entityTag));
    }

    /** Whether a range must be honoured; several ranges at once are not, and the answer is then the whole (14.2). */
    boolean asksForRange(String entityTag) {
        return range != null
                && SINGLE.matcher(range).matches()
                && !range.equals("bytes=-")
                && (ifRange == null || ifRange.equals(entityTag));
    }

    /** The bytes of the range; none where the content has no such bytes. */
    Optional<Span> span(long size) {
        Matcher single = SINGLE.matcher(range == null ? "" : range);
        if (!single.matches()) {
            return Optional.empty();
        }
        if (single.group(1).isEmpty()) {
            long wanted = Long.parseLong(single.group(2));
            return wanted == 0 || size == 0
                    ? Optional.empty()
                    : Optional.of(new Span(Math.max(0, size - wanted), size - 1));
        }
        long first = Long.parseLong(single.group(1));
        long last = single.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(single.group(2)));
        return first <= last ? Optional.of(new Span(first, last)) : Optional.empty();
    }
}

package org.sluis.documents;

import jakarta.ws.rs.core.HttpHeaders;
import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sluis.platform.rest.EntityTags;

/**
 * Which bytes are asked for (RFC 9110, 13 and 14): one range, or all. A range that breaks the grammar, several ranges
 * and other units are ignored, as the standard allows or demands.
 *
 * @param withBody whether the bytes themselves are wanted
 */
record ContentRequest(
        @Nullable String ifMatch,
        @Nullable String range,
        @Nullable String ifRange,
        @Nullable String ifNoneMatch,
        boolean withBody) {

    /** All bytes, unconditionally. */
    static final ContentRequest WHOLE = new ContentRequest(null, null, null, null, true);

    private static final Pattern SINGLE = Pattern.compile("(?i:bytes)=[ \\t]*(\\d*)-(\\d*)[ \\t]*");
    private static final BigInteger MOST = BigInteger.valueOf(Long.MAX_VALUE);

    /** What {@code headers} ask for, each with all of its lines; {@code Range} has no meaning without bytes (14.2). */
    static ContentRequest of(HttpHeaders headers, boolean withBody) {
        return new ContentRequest(
                headers.getHeaderString(HttpHeaders.IF_MATCH),
                withBody ? headers.getHeaderString("Range") : null,
                headers.getHeaderString("If-Range"),
                headers.getHeaderString(HttpHeaders.IF_NONE_MATCH),
                withBody);
    }

    /**
     * Bytes from {@code first} to {@code last}, both included.
     */
    record Span(long first, long last) {

        long length() {
            return last - first + 1;
        }
    }

    /** Whether the caller wants this content or none ({@code If-Match}, strong comparison), and it is another. */
    boolean isStale(String entityTag) {
        return EntityTags.of(ifMatch)
                .filter(tags -> !tags.nameStrongly(entityTag))
                .isPresent();
    }

    /** Whether the caller has this content already ({@code If-None-Match}, weak comparison). */
    boolean knows(String entityTag) {
        return EntityTags.of(ifNoneMatch)
                .filter(tags -> tags.nameWeakly(entityTag))
                .isPresent();
    }

    /** Whether a range must be honoured; {@code If-Range} demands the very same content (strong comparison). */
    boolean asksForRange(String entityTag) {
        return single().isPresent() && (ifRange == null || ifRange.strip().equals(entityTag));
    }

    /** The bytes of the range; none where the content has no such bytes. */
    Optional<Span> span(long size) {
        return single().flatMap(single -> span(single, size));
    }

    /** How many bytes leave in answer. */
    long bytesSent(String entityTag, long size) {
        if (!withBody || isStale(entityTag) || knows(entityTag)) {
            return 0;
        }
        return asksForRange(entityTag) ? span(size).map(Span::length).orElse(0L) : size;
    }

    private Optional<Matcher> single() {
        return Optional.ofNullable(range).map(SINGLE::matcher).filter(ContentRequest::isValid);
    }

    private static boolean isValid(Matcher single) {
        if (!single.matches()) {
            return false;
        }
        boolean begins = !single.group(1).isEmpty();
        boolean ends = !single.group(2).isEmpty();
        return (begins && ends) ? number(single.group(1)) <= number(single.group(2)) : (begins || ends);
    }

    private static Optional<Span> span(Matcher single, long size) {
        if (single.group(1).isEmpty()) {
            long wanted = Math.min(size, number(single.group(2)));
            return wanted == 0 ? Optional.empty() : Optional.of(new Span(size - wanted, size - 1));
        }
        long first = number(single.group(1));
        long last = single.group(2).isEmpty() ? size - 1 : Math.min(size - 1, number(single.group(2)));
        return first <= last ? Optional.of(new Span(first, last)) : Optional.empty();
    }

    private static long number(String digits) {
        return new BigInteger(digits).min(MOST).longValue();
    }
}

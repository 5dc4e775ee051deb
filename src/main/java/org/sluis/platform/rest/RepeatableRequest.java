package org.sluis.platform.rest;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Sha256;

/**
 * A request that may come again and is to be done once ({@code Idempotency-Key}, IETF
 * draft-ietf-httpapi-idempotency-key-header).
 *
 * @param key as its sender chose it
 * @param fingerprint by which the same request is known again
 */
public record RepeatableRequest(String key, Sha256 fingerprint) {

    /** The header. */
    public static final String HEADER = "Idempotency-Key";

    /** Visible ASCII, as a string of RFC 8941 with its quotes, or bare as many programs send it. */
    private static final Pattern KEY = Pattern.compile("\"([ !#-\\[\\]-~]{1,255})\"|([!#-\\[\\]-~]{1,255})");

    /**
     * @param header what was sent; nothing where the request may be done again
     * @param said what makes two requests the same: operation, address, content
     * @throws ProblemException {@code invalid-member} where the header holds no key
     */
    public static Optional<RepeatableRequest> of(@Nullable String header, Object... said) {
        return Optional.ofNullable(header).map(text -> new RepeatableRequest(key(text.strip()), fingerprint(said)));
    }

    /**
     * For a request of which it is not known yet what it says.
     *
     * @throws ProblemException {@code invalid-member} where the header holds no key
     */
    public static void requireKey(@Nullable String header) {
        if (header != null) {
            key(header.strip());
        }
    }

    private static String key(String text) {
        return Optional.of(KEY.matcher(text))
                .filter(Matcher::matches)
                .flatMap(found -> Optional.ofNullable(found.group(1)).or(() -> Optional.ofNullable(found.group(2))))
                .orElseThrow(() -> ProblemException.invalid(HEADER, "format"));
    }

    /** Each part with its length, so that no two lists read alike. */
    private static Sha256 fingerprint(Object... said) {
        String all = Stream.of(said)
                .map(String::valueOf)
                .map(part -> part.length() + ":" + part)
                .collect(Collectors.joining());
        return Sha256.of(all.getBytes(StandardCharsets.UTF_8));
    }
}

package org.sluis.kernel;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Identifiers of the portal: UUIDv7 (RFC 9562), ordered by time so that lists page by key. */
public final class Ids {

    /** Above every identifier: where lists that go downwards begin. */
    public static final UUID TOP = new UUID(-1L, -1L);

    private static final Pattern SHAPE = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
    private static final int LONGEST_ADDRESS = 500;

    private Ids() {}

    /** A new identifier, greater than those this process made before. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /** The identifier written in {@code text} in the standard's one shape, in small or capital letters (RFC 9562, 4). */
    public static Optional<UUID> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** The last identifier in what somebody has pasted: the identifier itself, or the address of a page of the thing. */
    public static Optional<UUID> pasted(String text) {
        return text.length() > LONGEST_ADDRESS
                ? Optional.empty()
                : SHAPE.matcher(text)
                        .results()
                        .reduce((first, second) -> second)
                        .map(found -> UUID.fromString(found.group()));
    }

    /**
     * The identifier in an address.
     *
     * @throws ProblemException {@code not-found} where it names nothing
     */
    public static UUID addressed(String text) {
        return parse(text).orElseThrow(ProblemException::notFound);
    }
}

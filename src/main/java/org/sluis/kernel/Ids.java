package org.sluis.kernel;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.Optional;
import java.util.UUID;

/** Identifiers of the portal: UUIDv7 (RFC 9562), ordered by time so that lists page by key. */
public final class Ids {

    private static final int CANONICAL_LENGTH = 36;

    private Ids() {}

    /** A new identifier, greater than those this process made before. */
    public static UUID next() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /** The identifier written canonically in {@code text}; anything else names nothing. */
    public static Optional<UUID> parse(String text) {
        if (text.length() != CANONICAL_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException notAnIdentifier) {
            return Optional.empty();
        }
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

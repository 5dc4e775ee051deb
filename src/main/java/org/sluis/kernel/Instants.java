package org.sluis.kernel;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Reads instants as they are sent: RFC 3339, with years of four digits from 1 to 9999. That is what the database's {@code
 * timestamptz} and the outgoing format can both hold, to the microsecond.
 */
public final class Instants {

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    private Instants() {}

    /**
     * @param member which member or parameter of the request says it
     * @throws ProblemException {@code invalid-member} where the text is no instant, or one that cannot be kept
     */
    public static Instant parse(String member, String text) {
        Instant instant = parsed(member, text).truncatedTo(ChronoUnit.MICROS);
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw ProblemException.invalid(member, "range");
        }
        return instant;
    }

    private static Instant parsed(String member, String text) {
        try {
            return Instant.parse(text.toUpperCase(Locale.ROOT));
        } catch (DateTimeParseException malformed) {
            throw ProblemException.invalid(member, "format");
        }
    }
}

package org.sluis.inspection.clamd;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The signatures a scanner works with, as far as it tells: {@code ClamAV 1.4.6/27450/Mon Nov 23 09:12:33 2026}. A
 * database of own signatures has no number, and then there is nothing to say.
 *
 * @param number of the daily database
 * @param built when it was made; clamd writes its own local time, which is taken for UTC
 */
public record SignatureVersion(int number, Instant built) {

    private static final Pattern REPLY = Pattern.compile("ClamAV [^/]+/(\\d{1,9})/\\w{3} +(.+)");
    private static final DateTimeFormatter BUILT = DateTimeFormatter.ofPattern("MMM d HH:mm:ss yyyy", Locale.ENGLISH);

    static Optional<SignatureVersion> of(String reply) {
        Matcher told = REPLY.matcher(reply);
        if (!told.matches()) {
            return Optional.empty();
        }
        try {
            String date = told.group(2).strip().replaceAll(" +", " ");
            return Optional.of(new SignatureVersion(
                    Integer.parseInt(told.group(1)),
                    LocalDateTime.parse(date, BUILT).toInstant(ZoneOffset.UTC)));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}

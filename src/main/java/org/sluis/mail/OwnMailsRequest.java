package org.sluis.mail;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.ProblemException;
import org.sluis.mail.MailChoice.QuietHours;

/**
 * Which mails somebody wants to get.
 *
 * @param quietFrom from when on nothing is to come, as {@code 22:00}, in whole minutes; absent together with {@code quietUntil} for never
 * @param zone a name of the time zone database; absent for the portal's
 */
public record OwnMailsRequest(
        @Nullable String rhythm,
        @Nullable String quietFrom,
        @Nullable String quietUntil,
        @Nullable String zone) {

    /** @throws ProblemException {@code invalid-member} */
    MailChoice chosen() {
        Rhythm wanted = Arrays.stream(Rhythm.values())
                .filter(known -> known.name().equals(rhythm))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid("rhythm", "unknown"));
        return new MailChoice(wanted, quiet(), place());
    }

    private Optional<QuietHours> quiet() {
        Optional<LocalTime> from = time("quietFrom", quietFrom);
        Optional<LocalTime> until = time("quietUntil", quietUntil);
        if (from.isEmpty() && until.isEmpty()) {
            return Optional.empty();
        }
        QuietHours hours = new QuietHours(
                from.orElseThrow(() -> ProblemException.invalid("quietFrom", "missing")),
                until.orElseThrow(() -> ProblemException.invalid("quietUntil", "missing")));
        if (hours.from().equals(hours.until())) {
            throw ProblemException.invalid("quietUntil", "range");
        }
        return Optional.of(hours);
    }

    private Optional<ZoneId> place() {
        Optional<String> name = Optional.ofNullable(zone).filter(given -> !given.isEmpty());
        if (name.isPresent() && !ZoneId.getAvailableZoneIds().contains(name.get())) {
            throw ProblemException.invalid("zone", "unknown");
        }
        return name.map(ZoneId::of);
    }

    private static Optional<LocalTime> time(String member, @Nullable String text) {
        Optional<LocalTime> time;
        try {
            time = Optional.ofNullable(text).filter(given -> !given.isEmpty()).map(LocalTime::parse);
        } catch (DateTimeException malformed) {
            throw ProblemException.invalid(member, "format");
        }
        if (time.filter(given -> given.truncatedTo(ChronoUnit.MINUTES).equals(given))
                        .isPresent()
                != time.isPresent()) {
            throw ProblemException.invalid(member, "format");
        }
        return time;
    }
}

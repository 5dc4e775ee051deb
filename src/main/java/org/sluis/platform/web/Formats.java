package org.sluis.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Highlights;
import org.sluis.platform.config.Settings;

/** Moments, sizes and file names as readers expect to see them; views call it {@code format}. */
@ApplicationScoped
public class Formats {

    private static final String[] UNITS = {"size.bytes", "size.kilobytes", "size.megabytes", "size.gigabytes"};
    private static final double STEP = 1000;
    private static final int LONGEST_KIND = 4;

    private ZoneId zone;
    private Messages messages;

    /** For the proxy. */
    @SuppressWarnings("NullAway.Init")
    protected Formats() {}

    @Inject
    public Formats(Settings settings, Messages messages) {
        this(settings.zone(), messages);
    }

    /** @param zone in which moments are shown */
    Formats(ZoneId zone, Messages messages) {
        this.zone = zone;
        this.messages = messages;
    }

    /** @param instant as views carry it, RFC 3339 in UTC; shown in the portal's own time zone */
    public String moment(String instant, Locale locale) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(european(locale))
                .withZone(zone)
                .format(Instant.parse(instant));
    }

    /**
     * The end of something as people say it: the last whole day, where it ends with a day, and the moment where it does not.
     *
     * @param instant as views carry it, RFC 3339 in UTC, exclusive
     */
    public String until(String instant, Locale locale) {
        ZonedDateTime end = Instant.parse(instant).atZone(zone);
        if (!end.equals(end.toLocalDate().atStartOfDay(zone))) {
            return moment(instant, locale);
        }
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(european(locale))
                .format(end.toLocalDate().minusDays(1));
    }

    /** How long ago something was, in whole days of the portal's time zone. */
    public String ago(String instant, Locale locale) {
        return ago(instant, locale, Instant.now());
    }

    String ago(String instant, Locale locale, Instant now) {
        LocalDate day = Instant.parse(instant).atZone(zone).toLocalDate();
        long days = ChronoUnit.DAYS.between(day, now.atZone(zone).toLocalDate());
        if (days <= 0) {
            return messages.text(locale, "ago.today");
        }
        return days == 1
                ? messages.text(locale, "ago.yesterday")
                : messages.text(
                        locale, "ago.days", NumberFormat.getInstance(locale).format(days));
    }

    /** A day as people write it. */
    public String day(String day, Locale locale) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(european(locale))
                .format(LocalDate.parse(day));
    }

    /** A text in parts, those that were searched for to be marked. */
    public List<Highlights.Part> marked(@Nullable String text, @Nullable String words) {
        return text == null ? List.of() : Highlights.of(text, words == null ? "" : words);
    }

    /** Bytes in decimal units, with at most one digit after the separator. */
    public String size(long bytes, Locale locale) {
        double amount = bytes;
        int unit = 0;
        while (amount >= STEP && unit < UNITS.length - 1) {
            amount /= STEP;
            unit++;
        }
        NumberFormat number = NumberFormat.getInstance(locale);
        number.setMaximumFractionDigits(1);
        return messages.text(locale, UNITS[unit], number.format(amount));
    }

    /** The name of a country, from its two letters (ISO 3166-1). */
    public String country(String code, Locale locale) {
        return new Locale("", code).getDisplayCountry(locale);
    }

    /** The first sign of a name, for where there is room for one. */
    public String initial(String name, Locale locale) {
        return name.isEmpty() ? "" : Character.toString(name.codePointAt(0)).toUpperCase(locale);
    }

    /** What sort of file the name promises, in a few letters. */
    public String kind(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String ending = dot < 0 ? "" : fileName.substring(dot + 1);
        return ending.isEmpty() || ending.length() > LONGEST_KIND ? "—" : ending.toUpperCase(Locale.ROOT);
    }

    /** File name endings for people. */
    public String endings(Collection<String> endings) {
        return endings.stream().map(ending -> ending.toUpperCase(Locale.ROOT)).collect(Collectors.joining(", "));
    }

    /** English without a country means American dates; the portal's readers are European. */
    private static Locale european(Locale locale) {
        return locale.equals(Locale.ENGLISH) ? Locale.UK : locale;
    }
}

package org.sluis.platform.config;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@link Settings} and refuses, naming every key that is missing or senseless at once. */
final class SettingsReader {

    private static final int MASTER_KEY_BYTES = 32;
    private static final long DEFAULT_RESERVE = 1L << 30;

    /** PostgreSQL keeps the places of no more (tsvector). */
    private static final int MOST_WORDS = 16_000;

    private static final Pattern URL =
            Pattern.compile("http(?:s|(?<open>))://(?<host>\\[[0-9a-fA-F:.]+]|[^\\s/:@]+)(:\\d{1,5})?(/[^\\s]*)?");

    private static final String DEFAULT_ZONE = "Europe/Brussels";

    private final Function<String, Optional<String>> source;
    private final List<String> complaints = new ArrayList<>();

    /** @param source the value of a key, where there is one */
    public SettingsReader(Function<String, Optional<String>> source) {
        this.source = source;
    }

    /** @throws InvalidSettings with one line for each key in the way */
    public Settings read() {
        Settings settings = new Settings(
                url("sluis.public-url"),
                new Settings.Database(
                        database("sluis.database.url"),
                        text("sluis.database.user"),
                        text("sluis.database.owner-user"),
                        text("sluis.database.owner-password")),
                new Settings.Oidc(
                        url("sluis.oidc.issuer"),
                        text("sluis.oidc.client-id"),
                        text("sluis.oidc.client-secret"),
                        text("sluis.oidc.audience"),
                        unlessNone("sluis.oidc.employee-acr", "2")),
                new DirectorySettings(this).read(),
                new Settings.Blobs(
                        Path.of(text("sluis.blob.directory")),
                        masterKey(),
                        number("sluis.blob.reserve", DEFAULT_RESERVE, 0, Long.MAX_VALUE),
                        number("sluis.blob.verification-pace", 50_000_000, 1_000, Long.MAX_VALUE)),
                new ScannerSettings(this).read(),
                inspection(),
                new Settings.Intake(
                        duration("sluis.intake.patience", Duration.ofSeconds(10)),
                        duration("sluis.intake.lease", Duration.ofSeconds(15)),
                        duration("sluis.intake.retry-cap", Duration.ofMinutes(5)),
                        duration("sluis.intake.longest-upload", Duration.ofHours(24)),
                        duration("sluis.intake.overdue", Duration.ofMinutes(30))),
                new Settings.Quarantine(durationOrNone("sluis.quarantine.keep", Duration.ofDays(14))),
                new Settings.Rescan(
                        duration("sluis.rescan.interval", Duration.ofDays(7)),
                        number("sluis.rescan.pace", 5_000_000, 1, Long.MAX_VALUE)),
                search(),
                new Settings.Uploads(
                        (int) number("sluis.uploads.at-once", 50, 1, 10_000),
                        number("sluis.uploads.pending", 20_000_000_000L, 1, Long.MAX_VALUE),
                        number("sluis.uploads.slowest", 1_000, 1, Long.MAX_VALUE),
                        duration("sluis.uploads.window", Duration.ofSeconds(20)),
                        number("sluis.uploads.whole", 500_000_000, 1, Long.MAX_VALUE),
                        duration("sluis.uploads.expiry", Duration.ofHours(24)),
                        (int) number("sluis.uploads.receiving", 100, 1, 10_000)),
                new Settings.Archives(
                        (int) number("sluis.archive.members", 200, 1, 1_000),
                        number("sluis.archive.total", 20_000_000_000L, 1, Long.MAX_VALUE),
                        (int) number("sluis.archive.at-once", 4, 1, 1_000)),
                new Settings.Downloads(
                        (int) number("sluis.downloads.at-once", 16, 1, 10_000),
                        (int) number("sluis.downloads.sending", 100, 1, 10_000),
                        number("sluis.downloads.slowest", 1_000, 1, Long.MAX_VALUE),
                        duration("sluis.downloads.window", Duration.ofSeconds(20))),
                new Settings.TrailExport((int) number("sluis.trail.export-days", 92, 1, 3_660)),
                new Settings.Sessions(
                        duration("sluis.session.idle", Duration.ofMinutes(30)),
                        duration("sluis.session.absolute", Duration.ofHours(10))),
                new MailSettings(this).read(),
                new BrandSettings(this).read(),
                new Settings.Links(
                        contact("sluis.links.contact"), link("sluis.links.privacy"), link("sluis.links.legal")),
                port("sluis.operator.port"),
                zone("sluis.zone"));
        text("sluis.database.password");
        if (!complaints.isEmpty()) {
            throw new InvalidSettings(complaints);
        }
        return settings;
    }

    /** A text that {@code none} switches off together with what it is about. */
    private Optional<String> unlessNone(String key, String otherwise) {
        String value = source.apply(key).map(String::strip).orElse(otherwise);
        if (value.isEmpty()) {
            complaints.add(key + " is empty; 'none' switches it off");
        }
        return Optional.of(value).filter(given -> !given.equals("none"));
    }

    boolean flag(String key, boolean otherwise) {
        String value = source.apply(key).map(String::strip).orElse(String.valueOf(otherwise));
        if (!value.equals("true") && !value.equals("false")) {
            complaints.add(key + " is neither true nor false");
        }
        return value.equals("true");
    }

    private Settings.Inspection inspection() {
        return new Settings.Inspection(
                (int) number("sluis.inspection.members", 10_000, 1, 1_000_000),
                (int) number("sluis.inspection.depth", 6, 1, 100),
                number("sluis.inspection.expanded", 2_000_000_000L, 1, Long.MAX_VALUE),
                (int) number("sluis.inspection.ratio", 200, 1, 2_000),
                duration("sluis.inspection.time", Duration.ofSeconds(60)),
                number("sluis.inspection.memory", 256L << 20, 64L << 20, 64L << 30),
                (int) number("sluis.inspection.children", 2, 1, 64),
                (int) number("sluis.inspection.queue", 32, 1, 10_000),
                Path.of(value("sluis.inspection.sandbox").orElse("/usr/bin/bwrap")),
                flag("sluis.inspection.sandbox-required", false));
    }

    private Settings.Search search() {
        return new Settings.Search(
                (int) number("sluis.search.characters", 500_000, 1_000, 1_000_000),
                (int) number("sluis.search.words", 10_000, 100, MOST_WORDS),
                duration("sluis.search.time", Duration.ofSeconds(10)),
                (int) number("sluis.search.attempts", 8, 1, 100));
    }

    Optional<String> value(String key) {
        return source.apply(key).map(String::strip);
    }

    void complain(String about) {
        complaints.add(about);
    }

    String text(String key) {
        String value = value(key).orElse("");
        if (value.isEmpty()) {
            complaints.add(key + " is missing");
        }
        return value;
    }

    static boolean isUrl(String value) {
        return URL.matcher(value).matches();
    }

    private Optional<URI> link(String key) {
        return value(key).map(address -> protectedUrl(key, address));
    }

    /** An address of a page, or a plain one that mails go to. */
    private Optional<URI> contact(String key) {
        Optional<String> address = value(key).filter(MailSettings::isPlainAddress);
        return address.isPresent() ? address.map(plain -> URI.create("mailto:" + plain)) : link(key);
    }

    URI url(String key) {
        return protectedUrl(key, text(key));
    }

    /** What travels to that address is for nobody else: secrets, tokens, personal data (ASVS 12.2.1, 12.3.1). */
    private URI protectedUrl(String key, String value) {
        Matcher url = URL.matcher(value);
        if (value.isEmpty()) {
            return URI.create("");
        }
        if (!url.matches()) {
            complaints.add(key + " is not an https address");
            return URI.create("");
        }
        if (url.group("open") != null && !Loopback.is(url.group("host"))) {
            complaints.add(key + " must be an https address, or one of this machine such as http://localhost");
        }
        return URI.create(value.endsWith("/") ? value.substring(0, value.length() - 1) : value);
    }

    private String database(String key) {
        String url = text(key);
        if (!url.isEmpty()) {
            DatabaseAddress.complaint(url).ifPresent(complaint -> complaints.add(key + " " + complaint));
        }
        return url;
    }

    private int port(String key) {
        String value = text(key);
        return value.isEmpty() ? 0 : (int) parse(key, value, 1, 65_535);
    }

    long number(String key, long otherwise, long min, long max) {
        return source.apply(key)
                .map(value -> parse(key, value.strip(), min, max))
                .orElse(otherwise);
    }

    private long parse(String key, String value, long min, long max) {
        try {
            long number = Long.parseLong(value);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            complaints.add(key + " is not a whole number");
            return min;
        }
        complaints.add("%s must lie between %d and %d".formatted(key, min, max));
        return min;
    }

    Duration duration(String key, Duration otherwise) {
        Duration duration = durationOrNone(key, otherwise);
        if (duration.isZero()) {
            complaints.add(key + " must be longer than nothing");
            return otherwise;
        }
        return duration;
    }

    /** A duration that may be nothing, which switches off what it is about. */
    private Duration durationOrNone(String key, Duration otherwise) {
        Optional<String> value = source.apply(key);
        if (value.isEmpty()) {
            return otherwise;
        }
        try {
            Duration duration = Duration.parse(value.get().strip());
            if (!duration.isNegative()) {
                return duration;
            }
        } catch (DateTimeParseException notADuration) {
            complaints.add(key + " is not an ISO 8601 duration such as PT10S");
            return otherwise;
        }
        complaints.add(key + " must be longer than nothing");
        return otherwise;
    }

    private ZoneId zone(String key) {
        try {
            return ZoneId.of(source.apply(key).map(String::strip).orElse(DEFAULT_ZONE));
        } catch (DateTimeException unknown) {
            complaints.add(key + " is not a time zone such as Europe/Brussels");
            return ZoneOffset.UTC;
        }
    }

    private String masterKey() {
        String key = source.apply("sluis.blob.master-key")
                .or(() -> source.apply("sluis.blob.master-key-file").flatMap(this::contentOf))
                .map(String::strip)
                .orElse("");
        if (key.isEmpty()) {
            complaints.add("sluis.blob.master-key or sluis.blob.master-key-file is missing or empty");
        } else if (!isMasterKey(key)) {
            complaints.add("sluis.blob.master-key is not 32 bytes in base64");
        }
        return key;
    }

    private static boolean isMasterKey(String key) {
        try {
            return Base64.getDecoder().decode(key).length == MASTER_KEY_BYTES;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private Optional<String> contentOf(String file) {
        try {
            return Optional.of(Files.readString(Path.of(file.strip())));
        } catch (IOException unreadable) {
            complaints.add("sluis.blob.master-key-file cannot be read: " + file);
            return Optional.empty();
        }
    }
}

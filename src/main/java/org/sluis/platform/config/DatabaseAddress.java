package org.sluis.platform.config;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a JDBC address of PostgreSQL says of the way there. */
final class DatabaseAddress {

    private static final Pattern ADDRESS =
            Pattern.compile("jdbc:postgresql:(?://(?<hosts>[^/?]*)/?)?[^/?]*(?:\\?(?<options>.*))?");
    private static final Pattern MODE = Pattern.compile("(?:.*&)?sslmode=([^&]*).*");
    private static final Pattern UNPROVEN = Pattern.compile(".*NonValidatingFactory.*");

    /** Names the host once more, behind the address. */
    private static final Pattern ELSEWHERE = Pattern.compile("(?:.*&)?PGHOST=.*");

    private DatabaseAddress() {}

    /** What speaks against it, where something does. */
    static Optional<String> complaint(String url) {
        Matcher address = ADDRESS.matcher(url);
        if (!address.matches()) {
            return Optional.of("is not an address such as jdbc:postgresql://db.example.org/sluis?sslmode=verify-full");
        }
        String hosts = Optional.ofNullable(address.group("hosts")).orElse("");
        String options = Optional.ofNullable(address.group("options")).orElse("");
        return isProven(options) || isLoopback(hosts, options)
                ? Optional.empty()
                : Optional.of("must end on this machine or say sslmode=verify-full");
    }

    private static boolean isProven(String options) {
        Matcher mode = MODE.matcher(options);
        return mode.matches()
                && mode.group(1).equals("verify-full")
                && !UNPROVEN.matcher(options).matches();
    }

    private static boolean isLoopback(String hosts, String options) {
        return !ELSEWHERE.matcher(options).matches()
                && Arrays.stream(hosts.split(",", -1))
                        .map(host -> host.replaceFirst(":\\d+$", ""))
                        .allMatch(host -> host.isEmpty() || Loopback.is(host));
    }
}

package org.sluis.platform.config;

import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;

/** Reads which scanners there are, where they may be, and what is asked of them. */
final class ScannerSettings {

    /** ClamAV looks into nothing longer, whatever its settings say (tried with 1.4.6). */
    private static final long MOST_AT_ONCE = Integer.MAX_VALUE - 2L;

    private final SettingsReader values;

    ScannerSettings(SettingsReader values) {
        this.values = values;
    }

    Settings.Scanner read() {
        return new Settings.Scanner(
                scanners("sluis.scanner.addresses"),
                (int) values.number("sluis.scanner.at-once", 3, 1, 1_000),
                values.duration("sluis.scanner.patience", Duration.ofSeconds(30)),
                values.number("sluis.scanner.slowest", 1_000_000, 1, Long.MAX_VALUE),
                values.number("sluis.scanner.window", 500_000_000, 32_000_000, MOST_AT_ONCE),
                heuristics("sluis.scanner.heuristics"));
    }

    private List<SocketAddress> scanners(String key) {
        try {
            List<SocketAddress> scanners = ScannerAddresses.of(values.text(key));
            PrivateNetworks networks = privateNetworks("sluis.scanner.private-networks");
            ScannerAddresses.hosts(scanners)
                    .filter(host -> !Loopback.is(host) && !networks.contain(host))
                    .forEach(host -> values.complain(
                            "%s names %s, which is neither on this machine nor in sluis.scanner.private-networks"
                                    .formatted(key, host)));
            return scanners;
        } catch (IllegalArgumentException senseless) {
            values.complain(key + " holds no address such as localhost:3310 or unix:/run/clamav/clamd.ctl");
            return List.of();
        }
    }

    private PrivateNetworks privateNetworks(String key) {
        try {
            return PrivateNetworks.of(values.value(key).orElse(""));
        } catch (IllegalArgumentException senseless) {
            values.complain(key + " holds no network such as 10.8.0.0/16, clamd or *.scanners.internal");
            return PrivateNetworks.of("");
        }
    }

    private Heuristics heuristics(String key) {
        try {
            return values.value(key).map(Heuristics::with).orElseGet(Heuristics::shipped);
        } catch (IllegalArgumentException senseless) {
            values.complain(
                    "%s holds %s, which is not a heuristic and its meaning, such as Heuristics.Broken.Executable=ignored"
                            .formatted(key, senseless.getMessage()));
            return Heuristics.shipped();
        }
    }
}

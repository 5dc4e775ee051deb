package org.sluis.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What one bench found, as a section of the manual: a table, with the day, the machine and how busy it was. */
final class Report {

    private static final Path DIRECTORY = Path.of("target", "bench");

    private final String name;
    private final List<String> lines = new ArrayList<>();

    /** @param name of the file in {@code target/bench}, without ending */
    Report(String name, String heading, String... columns) {
        this.name = name;
        lines.add("## " + heading);
        lines.add("");
        lines.add(machine());
        lines.add("");
        lines.add("| " + String.join(" | ", columns) + " |");
        lines.add("|" + String.join("|", Collections.nCopies(columns.length, "---")) + "|");
    }

    void row(String... cells) {
        lines.add("| " + String.join(" | ", cells) + " |");
    }

    void write() throws IOException {
        Files.createDirectories(DIRECTORY);
        Files.write(DIRECTORY.resolve(name + ".md"), lines);
    }

    /** The middle one: a shared machine has moments of its own. */
    static double median(List<Double> measured) {
        return measured.stream().sorted().toList().get(measured.size() / 2);
    }

    static String ratio(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static String machine() {
        OperatingSystemMXBean system = ManagementFactory.getOperatingSystemMXBean();
        return String.format(
                Locale.ROOT,
                "%s, %d processors (%s), %s %s, Java %s; load %.1f when it began.",
                LocalDate.now(ZoneOffset.UTC),
                system.getAvailableProcessors(),
                system.getArch(),
                system.getName(),
                system.getVersion(),
                Runtime.version(),
                system.getSystemLoadAverage());
    }
}

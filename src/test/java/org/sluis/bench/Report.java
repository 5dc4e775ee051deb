package org.sluis.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** A table of figures under {@code target/bench}, in the form the manual shows it. */
final class Report {

    private static final Path DIRECTORY = Path.of(System.getProperty("sluis.bench.directory", "target/bench"));

    private final Path file;

    /** @param heads the table's first line, whole */
    Report(String name, String heads) throws IOException {
        file = Files.createDirectories(DIRECTORY).resolve(name + ".md");
        long columns = heads.chars().filter(sign -> sign == '|').count() - 1;
        Files.writeString(file, heads + '\n' + "|---".repeat((int) columns) + "|\n");
    }

    /** Adds a line: what was measured, and its figures. */
    void row(String name, double... figures) throws IOException {
        String cells = Arrays.stream(figures)
                .mapToObj(figure -> String.format(Locale.ROOT, " | %.2f", figure))
                .collect(Collectors.joining());
        Files.writeString(file, "| " + name + cells + " |\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
    }
}

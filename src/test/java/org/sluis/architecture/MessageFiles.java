package org.sluis.architecture;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The words of the portal as they lie in the project, one file a room and language. */
final class MessageFiles {

    static final List<String> LANGUAGES = List.of("en", "fr", "nl");

    private static final Path FOLDER = Path.of("src/main/resources/messages");

    private MessageFiles() {}

    /** One file for each room. */
    static List<Path> files(String language) {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith("_" + language + ".properties"))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Patterns by key. */
    static Map<String, String> patterns(String language) {
        Properties properties = new Properties();
        for (Path file : files(language)) {
            try (Reader text = Files.newBufferedReader(file)) {
                properties.load(text);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        Map<String, String> patterns = new TreeMap<>();
        properties.forEach((key, pattern) -> patterns.put(key.toString(), pattern.toString()));
        return patterns;
    }

    /** The keys as the files have them, repetitions included. */
    static List<String> keysAsWritten(String language) {
        return files(language).stream()
                .flatMap(file -> lines(file).stream())
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.substring(0, Math.max(0, line.indexOf('='))))
                .toList();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

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

/** The words of the portal as they lie in the project, one file a language. */
final class MessageFiles {

    static final List<String> LANGUAGES = List.of("en", "fr", "nl");

    private MessageFiles() {}

    static Path file(String language) {
        return Path.of("src/main/resources/messages_" + language + ".properties");
    }

    /** Patterns by key. */
    static Map<String, String> patterns(String language) {
        Properties properties = new Properties();
        try (Reader text = Files.newBufferedReader(file(language))) {
            properties.load(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Map<String, String> patterns = new TreeMap<>();
        properties.forEach((key, pattern) -> patterns.put(key.toString(), pattern.toString()));
        return patterns;
    }

    /** The keys as the file has them, repetitions included. */
    static List<String> keysAsWritten(String language) {
        try {
            return Files.readAllLines(file(language)).stream()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.substring(0, Math.max(0, line.indexOf('='))))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

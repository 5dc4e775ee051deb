package org.sluis.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** {@code stack.properties}: where everything is. The file exists only while everything answers. */
final class StackProperties {
    static final String FILE = "stack.properties";

    private final Path file;

    StackProperties(Path stack) {
        this.file = stack.resolve(FILE);
    }

    void write(Map<String, String> values) throws IOException {
        String lines = new TreeMap<>(values)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue() + "\n")
                        .collect(Collectors.joining());
        PrivateFiles.write(file, lines);
    }

    void delete() throws IOException {
        Files.deleteIfExists(file);
    }
}

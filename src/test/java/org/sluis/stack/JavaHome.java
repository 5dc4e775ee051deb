package org.sluis.stack;

import java.nio.file.Path;
import java.util.stream.Stream;

/** The Java that runs this: its programs, and how servers are to use it. */
final class JavaHome {
    private JavaHome() {}

    /** Options the build wants for every server: servers that live for a few tests start sooner with the quick compiler alone. */
    static Stream<String> options() {
        return Stream.of(System.getProperty("sluis.stack.machine", "").split(" "))
                .filter(option -> !option.isBlank());
    }

    static String program(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }
}

package org.sluis.stack;

import java.nio.file.Path;
import java.util.stream.Stream;

/** The Java that runs this: its programs, and how the build wants to use it for what is not the portal. */
final class JavaHome {
    private JavaHome() {}

    static String program(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }

    /** Options for servers beside the portal, which runs as it ships. */
    static Stream<String> options() {
        return Stream.of(System.getProperty("sluis.stack.machine", "").split("\\s", -1))
                .filter(option -> !option.isBlank());
    }
}

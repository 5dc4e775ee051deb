package org.sluis.stack;

import java.nio.file.Path;

/** The programs of the Java that runs this. */
final class JavaHome {
    private JavaHome() {}

    static String program(String name) {
        return Path.of(System.getProperty("java.home"), "bin", name).toString();
    }
}

package org.sluis.stack;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a server is started with. All it unpacks and remembers is made anew: a crash must not leave it half-written.
 *
 * @param directory what the server writes
 */
record ServerLaunch(StackSettings settings, PortalConfiguration configuration, Path directory) {

    /** Options of the virtual machine: the heap is small, so that a request that needs much shows itself. */
    List<String> machine() throws IOException {
        return Stream.of(
                        agent(),
                        Stream.of(
                                "-Xmx512m",
                                "-Djava.io.tmpdir=" + PrivateFiles.directory(directory.resolve("tmp")),
                                "-Djavax.net.ssl.trustStore="
                                        + Path.of(System.getProperty("java.home"), "lib", "security", "cacerts")))
                .flatMap(part -> part)
                .toList();
    }

    /** Options of the server itself, without what it deploys. */
    List<String> server() throws IOException {
        Path root = directory.resolve("server");
        PrivateFiles.deleteTree(root);
        PrivateFiles.directory(root);
        Path access = PrivateFiles.directory(settings.directory().resolve("logs"));
        Path properties = PrivateFiles.write(directory.resolve("portal.properties"), configuration.properties());
        Path commands = PrivateFiles.write(directory.resolve("before-start.asadmin"), configuration.commands());
        return List.of(
                "--nohazelcast",
                "--disablephonehome",
                "--port",
                Integer.toString(settings.ports().http()),
                "--sslport",
                Integer.toString(settings.ports().https()),
                "--contextroot",
                "/",
                "--rootdir",
                root.toString(),
                "--prebootcommandfile",
                commands.toString(),
                "--systemproperties",
                properties.toString(),
                "--accesslog",
                access.toString());
    }

    /** The agent that measures which code the tests reach, where the tests themselves run with one. */
    private static Stream<String> agent() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> option.startsWith("-javaagent:"));
    }
}

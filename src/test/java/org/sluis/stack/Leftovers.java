package org.sluis.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Processes of a stack in the same directory that was killed before it could stop them. */
final class Leftovers {
    static final String FOLDER = "run";

    private final Path stack;

    Leftovers(Path stack) {
        this.stack = stack;
    }

    /** Ends what is left and returns how many processes that were. */
    int end() throws IOException {
        List<ProcessHandle> left = find();
        ProcessEnd.of(left, Duration.ofSeconds(20));
        return left.size();
    }

    private List<ProcessHandle> find() throws IOException {
        Path run = PrivateFiles.directory(stack.resolve(FOLDER));
        try (Stream<Path> children = Files.list(run)) {
            return Stream.concat(
                            children.filter(file -> file.toString().endsWith(".pid")),
                            Stream.of(Database.pidFile(stack)))
                    .flatMap(file -> running(file).stream())
                    .filter(this::isOurs)
                    .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                    .distinct()
                    .toList();
        }
    }

    /** A number alone proves nothing: it may have been given to a stranger since. Ours name the stack's directory. */
    private boolean isOurs(ProcessHandle process) {
        return process.pid() != ProcessHandle.current().pid()
                && commandLine(process).contains(stack.toString());
    }

    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException gone) {
            return process.info().commandLine().orElse("");
        }
    }

    private static Optional<ProcessHandle> running(Path pidFile) {
        try (Stream<String> lines = Files.lines(pidFile)) {
            return lines.findFirst().flatMap(number -> ProcessHandle.of(Long.parseLong(number.strip())));
        } catch (IOException | NumberFormatException unusable) {
            return Optional.empty();
        }
    }
}

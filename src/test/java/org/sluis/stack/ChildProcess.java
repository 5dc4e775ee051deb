package org.sluis.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** A program the stack runs. Its output goes to a log; its number to a file by which a later start finds leftovers. */
final class ChildProcess {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String name;
    private final Path log;
    private final Path pidFile;
    private volatile Optional<Process> process = Optional.empty();

    ChildProcess(String name, Path stack) {
        this.name = name;
        this.log = stack.resolve("logs").resolve(name + ".log");
        this.pidFile = stack.resolve(Leftovers.FOLDER).resolve(name + ".pid");
    }

    void start(List<String> command, Map<String, String> environment) throws IOException {
        PrivateFiles.directory(log.resolveSibling("."));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(log.resolveSibling("..").normalize().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        Process started = builder.start();
        process = Optional.of(started);
        PrivateFiles.write(pidFile, Long.toString(started.pid()));
    }

    /** Waits until {@code ready} holds, and no longer than the process lives. */
    void await(Duration atMost, BooleanSupplier ready) {
        Awaitility.await(name)
                .atMost(atMost)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    requireAlive();
                    return ready.getAsBoolean();
                });
    }

    long pid() {
        return process.orElseThrow(() -> new StackException(name + " was never started"))
                .pid();
    }

    boolean isAlive() {
        return process.map(Process::isAlive).orElse(false);
    }

    /** Asks the process to end, then insists. Returns when it and all it started are gone. */
    void stop() {
        process.map(Process::toHandle).ifPresent(this::end);
        forget();
    }

    /** SIGKILL, as a power cut would look to the process. */
    void kill() {
        process.map(Process::toHandle).ifPresent(running -> {
            running.destroyForcibly();
            running.onExit().join();
        });
        forget();
    }

    private void end(ProcessHandle running) {
        List<ProcessHandle> family =
                Stream.concat(Stream.of(running), running.descendants()).toList();
        ProcessEnd.of(family, PATIENCE);
    }

    private void forget() {
        process = Optional.empty();
        try {
            Files.deleteIfExists(pidFile);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void requireAlive() {
        if (!isAlive()) {
            throw new StackException("%s ended while starting; its log %s ends with:%n%s".formatted(name, log, tail()));
        }
    }

    private String tail() {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException unreadable) {
            return "(unreadable: " + unreadable.getMessage() + ")";
        }
    }
}

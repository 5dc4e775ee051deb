package org.sluis.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
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
import org.awaitility.core.ConditionTimeoutException;

/** A program the stack runs. Its output goes to a log; its number to a file by which a later start finds leftovers. */
final class ChildProcess {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String name;
    private final Path log;
    private final Path pidFile;
    private volatile long logged;
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
        logged = Files.exists(log) ? Files.size(log) : 0;
        Process started = builder.start();
        process = Optional.of(started);
        PrivateFiles.write(pidFile, Long.toString(started.pid()));
    }

    /** Waits until {@code ready} holds, and no longer than the process lives. */
    void await(Duration atMost, BooleanSupplier ready) {
        try {
            Awaitility.await(name)
                    .atMost(atMost)
                    .pollDelay(Duration.ZERO)
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> {
                        requireAlive();
                        return ready.getAsBoolean();
                    });
        } catch (ConditionTimeoutException e) {
            throw new StackException(
                    "%s is not ready after %s; its log %s ends with:%n%s".formatted(name, atMost, log, tail()), e);
        }
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

    /** SIGSTOP: connections are still taken, and nothing is answered. */
    void suspend() throws IOException, InterruptedException {
        signal("STOP");
    }

    /** SIGCONT. */
    void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String which) throws IOException, InterruptedException {
        if (new ProcessBuilder("kill", "-" + which, Long.toString(pid()))
                        .start()
                        .waitFor()
                != 0) {
            throw new StackException("%s cannot be sent SIG%s".formatted(name, which));
        }
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

    /** Fails when the log says so since the start. */
    void requireSilenceOf(String failure) {
        String said = said();
        int found = said.indexOf(failure);
        if (found >= 0) {
            throw new StackException("%s did not start; its log %s says:%n%s"
                    .formatted(name, log, said.substring(found, Math.min(said.length(), found + 1500))));
        }
    }

    private void requireAlive() {
        if (!isAlive()) {
            throw new StackException("%s ended while starting; its log %s ends with:%n%s".formatted(name, log, tail()));
        }
    }

    private String tail() {
        List<String> lines = said().lines().toList();
        return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - 15), lines.size()));
    }

    private String said() {
        try (InputStream written = Files.newInputStream(log)) {
            written.skipNBytes(logged);
            return new String(written.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            return "";
        }
    }
}

package org.sluis.inspection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * What the system, and not the code alone, keeps from a child process that a file has taken over: bubblewrap gives it
 * namespaces of its own, in which there is no network, no other process, no user that owns anything, and of the files only
 * Java, the child's libraries and an empty directory.
 */
public final class Sandbox {

    private static final Logger LOG = System.getLogger(Sandbox.class.getName());
    private static final int PATIENCE_SECONDS = 20;
    private static final int NOBODY = 65_534;

    /** Where the libraries of the system are that Java itself needs; some are not everywhere. */
    private static final List<String> SYSTEM = List.of("/usr", "/lib", "/lib64");

    /** Whether it holds the children. */
    public enum State {
        HOLDS,
        /** The system does not allow it; the children run without. */
        ABSENT,
        /** The same, and they are not to run without. */
        MISSING
    }

    private final State state;
    private final List<String> walls;
    private final Path temporary;

    private Sandbox(State state, List<String> walls, Path temporary) {
        this.state = state;
        this.walls = List.copyOf(walls);
        this.temporary = temporary;
    }

    /** Holds nothing. */
    public static Sandbox none() {
        return new Sandbox(State.ABSENT, List.of(), Path.of(System.getProperty("java.io.tmpdir", "/tmp")));
    }

    /**
     * Tries whether this system lets bubblewrap do it, and says so in the log where not.
     *
     * @param program bubblewrap
     * @param required whether children are not to run without
     */
    public static Sandbox of(Path program, boolean required) {
        try {
            Path temporary = Files.createTempDirectory("sluis-parsers");
            Sandbox sandbox = new Sandbox(State.HOLDS, walls(program, temporary), temporary);
            if (sandbox.works()) {
                return sandbox;
            }
            Files.delete(temporary);
        } catch (IOException | UncheckedIOException absent) {
            LOG.log(Level.DEBUG, "The sandbox could not be tried", absent);
        }
        LOG.log(
                Level.WARNING,
                required
                        ? "No file is taken apart: {0} cannot hold child processes here, and a setting demands it"
                        : "Files are taken apart without a sandbox: {0} cannot hold child processes here",
                program);
        Sandbox none = none();
        return required ? new Sandbox(State.MISSING, List.of(), none.temporary) : none;
    }

    public State state() {
        return state;
    }

    /** The directory for the children's temporary files. */
    Path temporary() {
        return temporary;
    }

    /** @param libraries what else than Java the command reads */
    List<String> around(List<String> command, Collection<Path> libraries) {
        if (walls.isEmpty()) {
            return command;
        }
        List<String> words = new ArrayList<>(walls);
        libraries.forEach(library -> words.addAll(shown(library)));
        words.add("--");
        words.addAll(command);
        return words;
    }

    /** Ends it; no child is left. */
    void close() {
        if (state == State.HOLDS) {
            try {
                Files.deleteIfExists(temporary);
            } catch (IOException left) {
                LOG.log(Level.DEBUG, "An empty directory is left", left);
            }
        }
    }

    /** The child's end is the portal's and the other way round; nothing of the terminal, no capability, nobody's name. */
    private static List<String> walls(Path program, Path temporary) throws IOException {
        String user = Integer.toString(NOBODY);
        List<String> words = new ArrayList<>(List.of(
                program.toString(),
                "--unshare-all",
                "--die-with-parent",
                "--new-session",
                "--cap-drop",
                "ALL",
                "--uid",
                user,
                "--gid",
                user));
        SYSTEM.forEach(path -> words.addAll(List.of("--ro-bind-try", path, path)));
        for (Path path : java()) {
            words.addAll(shown(path));
        }
        words.addAll(List.of("--proc", "/proc", "--dev", "/dev", "--bind", temporary.toString(), temporary.toString()));
        return words;
    }

    private static List<String> shown(Path path) {
        return List.of("--ro-bind", path.toString(), path.toString());
    }

    /** Java's home, and what distributions keep elsewhere and link from there. */
    private static List<Path> java() throws IOException {
        Path home = Path.of(System.getProperty("java.home", ""));
        List<Path> all = new ArrayList<>(List.of(home));
        try (Stream<Path> files = Files.walk(home)) {
            for (Path link :
                    files.filter(Files::isSymbolicLink).filter(Files::exists).toList()) {
                all.add(link.toRealPath());
            }
        }
        return all;
    }

    private boolean works() throws IOException {
        String java =
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
        ProcessBuilder trial = new ProcessBuilder(around(List.of(java, "-version"), List.of()))
                .redirectErrorStream(true)
                .redirectOutput(Redirect.DISCARD);
        trial.environment().clear();
        Process process = trial.start();
        try {
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            process.destroyForcibly();
        }
    }
}

package org.sluis.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing the stack starts outlives it, however the stack ends. */
class ProcessesTest {
    private static final String FAMILY = "sleep 300 & sleep 300 & wait";

    @Test
    void stoppingEndsTheChildrenOfChildren(@TempDir Path directory) throws IOException {
        ChildProcess parent = family(directory, FAMILY);
        List<ProcessHandle> family = descendants(parent);

        parent.stop();

        assertThat(family).hasSize(2).noneMatch(ProcessHandle::isAlive);
        assertThat(directory.resolve(Leftovers.FOLDER)).isEmptyDirectory();
    }

    @Test
    void aLaterStartEndsWhatAKilledOneLeft(@TempDir Path directory) throws IOException {
        ChildProcess left = family(directory, FAMILY);
        List<ProcessHandle> family = descendants(left);

        assertThat(new Leftovers(directory).end()).isEqualTo(3);
        assertThat(family).noneMatch(ProcessHandle::isAlive);
        assertThat(left.isAlive()).isFalse();
    }

    @Test
    void aStrangerWithARememberedNumberIsLeftAlone(@TempDir Path directory) throws IOException {
        Process stranger = new ProcessBuilder("sleep", "300").start();
        try {
            PrivateFiles.write(
                    directory.resolve(Leftovers.FOLDER).resolve("portal.pid"), Long.toString(stranger.pid()));

            assertThat(new Leftovers(directory).end()).isZero();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void aProcessThatEndsWhileStartingSaysWhatItLogged(@TempDir Path directory) throws IOException {
        ChildProcess failing = family(directory, "echo no memory; exit 1");
        assertThatThrownBy(() -> failing.await(Duration.ofMinutes(3), () -> false))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("no memory");
    }

    @Test
    void aDirectoryServesOneStackAtATime(@TempDir Path directory) throws IOException {
        try (StackLock held = StackLock.take(directory)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> StackLock.take(directory)).hasMessageContaining("already running");
        }
        StackLock.take(directory).close();
    }

    private static ChildProcess family(Path directory, String script) throws IOException {
        ChildProcess parent = new ChildProcess("family", directory);
        // The directory is an argument as in every process of the stack: that is how it is known for ours.
        parent.start(List.of("sh", "-c", script, directory.toString()), Map.of());
        return parent;
    }

    private static List<ProcessHandle> descendants(ChildProcess parent) {
        ProcessHandle handle = ProcessHandle.of(parent.pid()).orElseThrow();
        Awaitility.await().until(() -> handle.descendants().count() == 2);
        return handle.descendants().toList();
    }
}

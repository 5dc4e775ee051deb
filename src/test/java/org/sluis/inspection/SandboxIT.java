package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sluis.inspection.Parsers.Limits;
import org.sluis.inspection.parsing.Budget;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;

/** What the system keeps from a child process that was taken over, wherever the system allows a sandbox at all. */
class SandboxIT {

    private static final Path BUBBLEWRAP = Path.of("/usr/bin/bwrap");
    private static final byte[] TEXT = "text\n".getBytes(US_ASCII);
    private static final long HEAP = (64 << 20) + 4_096;

    @Test
    void childSeesNoNetworkNoOtherProcessAndNoFileOfThePortal(@TempDir Path secrets) throws IOException {
        Path secret = Files.writeString(secrets.resolve("master-key"), "secret");
        try (Laboratory laboratory = laboratory(Laboratory.BUDGET, Duration.ofSeconds(30))) {
            ProcessHandle child = child(laboratory);
            Path seen = Path.of("/proc", String.valueOf(child.pid()));
            assertThat(Files.readString(seen.resolve("net/dev")).lines().skip(2))
                    .allMatch(line -> line.strip().startsWith("lo:"));
            assertThat(seen.resolve("root" + secret)).doesNotExist();
            assertThat(seen.resolve("root/home")).doesNotExist();
            assertThat(line(seen, "NSpid").split("\t")).hasSizeGreaterThan(2);
            assertThat(line(seen, "CapEff")).endsWith("\t0000000000000000");
            assertThat(line(seen, "CapBnd")).endsWith("\t0000000000000000");
            assertThat(laboratory.refusal(
                            "a.zip", new Archive().with("a.txt", "text").bytes()))
                    .isEmpty();
        }
    }

    @Test
    void effortOfTheChildCountsAndNotThatOfTheSandbox() {
        byte[] heavy = new Archive()
                .with("a.json", "[" + "1,".repeat(80_000_000) + "1]")
                .bytes();
        try (Laboratory laboratory = laboratory(new Budget(10, 3, 2_000_000_000L, 2_000), Duration.ofMillis(800))) {
            child(laboratory);
            assertThat(laboratory.inspect("a.zip", heavy).objection().map(Objection::rule))
                    .contains(Rule.EFFORT);
        }
    }

    @Test
    void nothingOfItIsLeftBehind() {
        Laboratory laboratory = laboratory(Laboratory.BUDGET, Duration.ofSeconds(30));
        ProcessHandle child = child(laboratory);
        laboratory.close();
        await().until(() -> !child.isAlive());
    }

    private static Laboratory laboratory(Budget budget, Duration time) {
        assertThat(BUBBLEWRAP).isExecutable();
        Sandbox sandbox = Sandbox.of(BUBBLEWRAP, false);
        assumeThat(sandbox.state()).isEqualTo(Sandbox.State.HOLDS);
        return new Laboratory(limits(budget, time), sandbox);
    }

    private static Limits limits(Budget budget, Duration time) {
        return new Limits(budget, time, HEAP, 1, 10);
    }

    /** The Java process inside, ready and idle. */
    private static ProcessHandle child(Laboratory laboratory) {
        await().ignoreExceptions().until(() -> laboratory.refusal("a.txt", TEXT).isEmpty());
        return children().findFirst().orElseThrow();
    }

    private static Stream<ProcessHandle> children() {
        return ProcessHandle.current()
                .descendants()
                .filter(child -> child.info()
                        .command()
                        .filter(command -> command.endsWith("java"))
                        .isPresent())
                .filter(child ->
                        List.of(child.info().arguments().orElse(new String[0])).contains("-Xmx" + HEAP));
    }

    private static String line(Path process, String name) throws IOException {
        try (Stream<String> lines = Files.lines(process.resolve("status"))) {
            return lines.filter(line -> line.startsWith(name + ":")).findFirst().orElseThrow();
        }
    }
}

package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.inspection.ParserLost.Cause;
import org.sluis.inspection.Parsers.Limits;
import org.sluis.inspection.parsing.Budget;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;
import org.sluis.kernel.Problem;

/** What a file may do to the process that reads it, and what that does to the portal: nothing (security rows F5, F8). */
class ParsersTest {

    private static final byte[] TEXT = "text\n".getBytes(US_ASCII);
    private static final AtomicLong HEAPS = new AtomicLong(64 << 20);

    @Test
    void fileThatCostsTooMuchProcessorTimeIsRefusedForIt() {
        long heap = heapOfItsOwn();
        byte[] heavy = new Archive()
                .with("a.json", "[" + "1,".repeat(80_000_000) + "1]")
                .bytes();
        Budget generous = new Budget(10, 3, 2_000_000_000L, 2_000);
        try (Laboratory laboratory = laboratory(generous, Duration.ofMillis(800), heap, 10)) {
            await().until(() -> laboratory.refusal("a.txt", TEXT).isEmpty());
            assertThat(laboratory.inspect("a.zip", heavy).objection().map(Objection::rule))
                    .contains(Rule.EFFORT);
            await().until(() -> laboratory.refusal("a.txt", TEXT).isEmpty());
        }
    }

    /** It hangs, or the machine has no time for it: that says nothing about the file. */
    @Test
    void parserThatStandsStillIsEndedAndItsFileIsTriedAgain() {
        long heap = heapOfItsOwn();
        try (Laboratory laboratory = laboratory(Laboratory.BUDGET, Duration.ofSeconds(2), heap, 10)) {
            ProcessHandle child = child(laboratory, heap);
            signal(child, "STOP");
            await().ignoreExceptions().until(() -> isStopped(child));
            assertThatThrownBy(() -> laboratory.inspect("a.txt", TEXT)).hasCause(new ParserLost(Cause.CLOCK));
            await().until(() -> !child.isAlive());
            assertThat(child(laboratory, heap)).isNotEqualTo(child);
        }
    }

    /** Also a child that stood still may give its verdict. */
    @Test
    void parserThatIsStoppedForAWhileGoesOn() {
        long heap = heapOfItsOwn();
        try (Laboratory laboratory = laboratory(Laboratory.BUDGET, Duration.ofSeconds(20), heap, 10)) {
            ProcessHandle child = child(laboratory, heap);
            Content stopping = () -> new Interrupted(TEXT, () -> {
                signal(child, "STOP");
                CompletableFuture.delayedExecutor(3, TimeUnit.SECONDS).execute(() -> signal(child, "CONT"));
            });
            assertThat(laboratory
                            .inspect(stopping, TEXT.length, "a.txt", Laboratory.DOCUMENTS)
                            .refusal())
                    .isEmpty();
            assertThat(child.isAlive()).isTrue();
        }
    }

    @Test
    void waitingForTheContentDoesNotCount() {
        long heap = heapOfItsOwn();
        try (Laboratory laboratory = laboratory(Laboratory.BUDGET, Duration.ofSeconds(5), heap, 10)) {
            child(laboratory, heap);
            Content slow = () -> new Interrupted(TEXT, () -> {
                Instant end = Instant.now().plusSeconds(6);
                await().until(() -> Instant.now().isAfter(end));
            });
            assertThat(laboratory
                            .inspect(slow, TEXT.length, "a.txt", Laboratory.DOCUMENTS)
                            .refusal())
                    .isEmpty();
        }
    }

    @Test
    void fileThatKillsItsParserTwiceIsUnreadableAndOnceIsForgiven() {
        long heap = heapOfItsOwn();
        try (Laboratory laboratory = laboratory(Laboratory.BUDGET, Duration.ofSeconds(30), heap, 10)) {
            ProcessHandle before = child(laboratory, heap);
            Content deadly = () -> new Interrupted(TEXT, () -> children(heap).forEach(ParsersTest::crash));
            assertThat(laboratory
                            .inspect(deadly, TEXT.length, "a.txt", Laboratory.DOCUMENTS)
                            .objection()
                            .map(Objection::rule))
                    .contains(Rule.DAMAGED);
            assertThat(laboratory.refusal("a.txt", TEXT)).isEmpty();

            ProcessHandle idle = child(laboratory, heap);
            assertThat(idle).isNotEqualTo(before);
            Content once = () -> new Interrupted(TEXT, () -> crash(idle));
            assertThat(laboratory
                            .inspect(once, TEXT.length, "a.txt", Laboratory.DOCUMENTS)
                            .refusal())
                    .isEmpty();
        }
    }

    /** As a system does that has no memory left, or shuts down. */
    @ParameterizedTest
    @ValueSource(strings = {"KILL", "TERM"})
    void fileWhoseParserIsEndedFromOutsideIsTriedAgain(String signal) {
        long heap = heapOfItsOwn();
        try (Laboratory laboratory = laboratory(Laboratory.BUDGET, Duration.ofSeconds(30), heap, 10)) {
            child(laboratory, heap);
            Content unlucky = () -> new Interrupted(TEXT, () -> children(heap).forEach(child -> end(child, signal)));
            assertThatThrownBy(() -> laboratory.inspect(unlucky, TEXT.length, "a.txt", Laboratory.DOCUMENTS))
                    .hasCause(new ParserLost(Cause.KILLED));
            ProcessHandle idle = child(laboratory, heap);
            Content once = () -> new Interrupted(TEXT, () -> end(idle, signal));
            assertThat(laboratory
                            .inspect(once, TEXT.length, "a.txt", Laboratory.DOCUMENTS)
                            .refusal())
                    .isEmpty();
        }
    }

    @Test
    void parserWithoutMemoryIsTooComplexForTheFileOnly() {
        long heap = heapOfItsOwn();
        byte[] attribute = new Archive()
                .with("a.xml", "<a b='" + "x".repeat(40_000_000) + "'/>")
                .bytes();
        Budget generous = new Budget(10, 3, 2_000_000_000L, 2_000);
        try (Laboratory laboratory = laboratory(generous, Duration.ofSeconds(60), heap, 10)) {
            assertThat(laboratory.refusal("a.zip", attribute)).contains(Problem.TOO_COMPLEX);
            assertThat(laboratory.refusal("a.txt", TEXT)).isEmpty();
        }
    }

    @Test
    void contentThatCannotBeReadIsAFaultAndNoVerdict() {
        long heap = heapOfItsOwn();
        try (Laboratory laboratory = laboratory(Laboratory.BUDGET, Duration.ofSeconds(30), heap, 10)) {
            Content damaged = () -> new Interrupted(TEXT, () -> {
                throw new UncheckedIOException(new IOException("damaged"));
            });
            assertThatThrownBy(() -> laboratory.inspect(damaged, TEXT.length, "a.txt", Laboratory.DOCUMENTS))
                    .isInstanceOf(UncheckedIOException.class);
            assertThat(laboratory.refusal("a.txt", TEXT)).isEmpty();
        }
    }

    @Test
    void onlySoManyFilesWait() throws Exception {
        long heap = heapOfItsOwn();
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        try (Laboratory laboratory = laboratory(Laboratory.BUDGET, Duration.ofSeconds(30), heap, 0)) {
            child(laboratory, heap);
            Content held = () -> new Interrupted(TEXT, () -> {
                reading.countDown();
                goOn.await();
            });
            CompletableFuture<Inspection> first = CompletableFuture.supplyAsync(
                    () -> laboratory.inspect(held, TEXT.length, "a.txt", Laboratory.DOCUMENTS));
            reading.await();
            assertThatThrownBy(() -> laboratory.refusal("a.txt", TEXT)).hasMessageContaining("too many");
            goOn.countDown();
            assertThat(first.get().refusal()).isEmpty();
        }
    }

    @Test
    void childInheritsNothingAndKnowsNoOtherMachine() throws IOException {
        long heap = heapOfItsOwn();
        try (Laboratory laboratory = laboratory(Laboratory.BUDGET, Duration.ofSeconds(30), heap, 10)) {
            ProcessHandle child = child(laboratory, heap);
            String environment = Files.readString(Path.of("/proc", String.valueOf(child.pid()), "environ"));
            assertThat(environment.split("\0")).containsExactly("LANG=C.UTF-8");
            assertThat(Files.readString(Path.of("/proc", String.valueOf(child.pid()), "cmdline")))
                    .contains("-Xmx" + heap, "-Djdk.net.hosts.file=");
        }
    }

    @Test
    void childrenEndWithTheInspector() {
        long heap = heapOfItsOwn();
        Laboratory laboratory = laboratory(Laboratory.BUDGET, Duration.ofSeconds(30), heap, 10);
        ProcessHandle child = child(laboratory, heap);
        laboratory.close();
        await().until(() -> !child.isAlive());
    }

    @Test
    void largeMemberThatIsReadInAnyOrderIsSpooledAndNothingIsLeft(@TempDir Path spools) throws IOException {
        long heap = heapOfItsOwn();
        byte[] document = new PdfSample().bytes();
        byte[] noise = new byte[12_000_000];
        new java.util.Random(7).nextBytes(noise);
        byte[] large = Archive.joined(
                document,
                "\n%".getBytes(US_ASCII),
                java.util.HexFormat.of().formatHex(noise).getBytes(US_ASCII),
                "\n%%EOF\n".getBytes(US_ASCII));
        byte[] archive = Archive.streamed("a.pdf", large);
        String usual = System.setProperty("java.io.tmpdir", spools.toString());
        try (Laboratory laboratory = laboratory(Laboratory.BUDGET, Duration.ofSeconds(60), heap, 10)) {
            assertThat(laboratory.inspect("a.zip", archive).mediaType()).isEqualTo("application/zip");
            assertThat(laboratory.scanned()).contains(large.length);
        } finally {
            System.setProperty("java.io.tmpdir", usual);
        }
        assertThat(spools).isEmptyDirectory();
    }

    /** A laboratory with one child, which is known by a heap of its own size. */
    private static Laboratory laboratory(Budget budget, Duration time, long heap, int queue) {
        return new Laboratory(new Limits(budget, time, heap, 1, queue));
    }

    private static long heapOfItsOwn() {
        return HEAPS.getAndAdd(1 << 20);
    }

    /** The child, ready and idle. */
    private static ProcessHandle child(Laboratory laboratory, long heap) {
        await().ignoreExceptions().until(() -> laboratory.refusal("a.txt", TEXT).isEmpty());
        return children(heap).findFirst().orElseThrow();
    }

    private static Stream<ProcessHandle> children(long heap) {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.isAlive()
                        && List.of(child.info().arguments().orElse(new String[0]))
                                .contains("-Xmx" + heap));
    }

    private static void crash(ProcessHandle process) {
        end(process, "ABRT");
    }

    /** Unless it has ended already; it is gone when this returns. */
    private static void end(ProcessHandle process, String signal) {
        if (process.isAlive()) {
            signal(process, signal);
            process.onExit().join();
        }
    }

    /** All its threads, which stop one after the other (proc(5)). */
    private static boolean isStopped(ProcessHandle process) throws IOException {
        try (Stream<Path> threads = Files.list(Path.of("/proc", String.valueOf(process.pid()), "task"))) {
            for (Path thread : threads.toList()) {
                if (!Files.readString(thread.resolve("stat")).contains(") T ")) {
                    return false;
                }
            }
            return true;
        }
    }

    private static void signal(ProcessHandle process, String name) {
        try {
            assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                            .start()
                            .waitFor())
                    .isZero();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Interruption {
        void happen() throws InterruptedException;
    }

    /** Content during whose reading by the portal for its child something happens. */
    private static final class Interrupted extends SeekableInMemoryByteChannel {

        private final Interruption interruption;
        private boolean positioned;

        Interrupted(byte[] content, Interruption interruption) {
            super(content);
            this.interruption = interruption;
        }

        @Override
        public SeekableByteChannel position(long position) throws IOException {
            positioned = true;
            return super.position(position);
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            if (positioned) {
                try {
                    interruption.happen();
                } catch (InterruptedException stopping) {
                    Thread.currentThread().interrupt();
                }
            }
            return super.read(target);
        }
    }
}

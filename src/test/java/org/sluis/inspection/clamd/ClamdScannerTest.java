package org.sluis.inspection.clamd;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.inspection.ScanVerdict;
import org.sluis.inspection.ScanVerdict.Outcome;

/** A scanner that misbehaves in every way we know of never makes a file clean, and never holds us for ever. */
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class ClamdScannerTest {

    /** For scanners that do their work: the machine may be slow. */
    private static final ScanTerms TERMS = new ScanTerms(Duration.ofMinutes(1), 10_000_000, 50_000_000);

    /** For those of which some end by our patience alone. */
    private static final ScanTerms IMPATIENT = new ScanTerms(Duration.ofSeconds(1), 10_000_000, 50_000_000);

    private static final long LARGE = 20_000_000;

    @Test
    void exactReplyAfterAllBytesIsClean() throws IOException {
        assertThat(outcomeOfReply("stream: OK\0")).isEqualTo(Outcome.CLEAN);
    }

    @ParameterizedTest
    @MethodSource("org.sluis.inspection.clamd.Misbehaviours#ofOneScan")
    void anythingElseIsNoVerdict(Misbehaviour misbehaviour) throws IOException {
        undecided(misbehaviour.size(), misbehaviour.script());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Eicar-Test-Signature",
                "Win.Test.EICAR_HDB-1",
                "Heuristics.Limits.Exceeded.MaxFileSize",
                "{HEX}php.base64.v23au.187.UNOFFICIAL",
                "YARA.r57shell_php.UNOFFICIAL",
                "<script>alert(1)</script>",
                "OK",
                "FOUND",
                "a'b\"c;d--"
            })
    void convictionKeepsItsName(String signature) throws IOException {
        try (ScriptedClamd clamd = ScriptedClamd.saying("stream: " + signature + " FOUND\0")) {
            ScanVerdict verdict = scan(clamd.address(), 10);
            assertThat(verdict.outcome()).isEqualTo(Outcome.FOUND);
            assertThat(verdict.detail()).isEqualTo(signature);
        }
    }

    @Test
    void replyInPiecesIsPutTogether() throws IOException {
        String reply = "stream: OK\0";
        try (ScriptedClamd clamd = new ScriptedClamd(call -> {
            call.takeAll();
            for (int at = 0; at < reply.length(); at++) {
                call.say(reply.substring(at, at + 1));
                call.dawdle(20);
            }
        })) {
            assertThat(scan(clamd.address(), 10).outcome()).isEqualTo(Outcome.CLEAN);
        }
    }

    @Test
    void replyWithoutEndIsNoVerdict() throws IOException {
        undecided(LARGE, call -> {
            call.takeAll();
            while (true) {
                call.say("stream: OK ");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {10_000, 200_000})
    void acquittalBeforeAllBytesWereTakenIsNoVerdict(long size) throws IOException {
        undecided(size, call -> {
            call.take(5_000);
            call.say("stream: OK\0");
            call.drop();
        });
        undecided(size, call -> {
            call.take(5_000);
            call.say("stream: OK\0");
            call.takeUntilHungUp();
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {5_100, 10_000, 200_000, LARGE})
    void convictionBeforeAllBytesWereTakenStands(long size) throws IOException {
        try (ScriptedClamd clamd = new ScriptedClamd(call -> {
            call.take(5_000);
            call.say("stream: Eicar FOUND\0");
        })) {
            assertThat(scan(clamd.address(), size).outcome()).isEqualTo(Outcome.FOUND);
            clamd.playFromNow(call -> {
                call.take(5_000);
                call.say("stream: Eicar FOUND\0");
                call.drop();
            });
            assertThat(scan(clamd.address(), size).outcome()).isEqualTo(Outcome.FOUND);
        }
    }

    @Test
    void scannerThatTakesNothingIsNoVerdict() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        undecided(LARGE, call -> end.await());
        end.countDown();
    }

    @Test
    void scannerThatTakesByDropsIsGivenUpAtTheDeadline() throws IOException {
        undecided(LARGE, call -> {
            while (true) {
                call.take(1_000);
                call.dawdle(50);
            }
        });
    }

    @Test
    void absentScannerIsNoVerdict() throws IOException {
        SocketAddress nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = free.getLocalSocketAddress();
        }
        assertThat(scan(nobody, 10).outcome()).isEqualTo(Outcome.UNDECIDED);
        assertThat(scan(InetSocketAddress.createUnresolved("no-such-host.invalid", 3310), 10)
                        .outcome())
                .isEqualTo(Outcome.UNDECIDED);
    }

    @Test
    void absentScannerCostsNoDescriptors() throws IOException {
        SocketAddress nobody = new InetSocketAddress(InetAddress.getLoopbackAddress(), 1);
        scan(nobody, 10);
        long before = openDescriptors();
        for (int i = 0; i < 50; i++) {
            scan(nobody, 10);
        }
        assertThat(openDescriptors()).isLessThan(before + 20);
    }

    private static long openDescriptors() throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return open.count();
        }
    }

    private static void undecided(long size, ScriptedClamd.Script script) throws IOException {
        try (ScriptedClamd clamd = new ScriptedClamd(script)) {
            assertThat(scan(clamd.address(), size, IMPATIENT).outcome()).isEqualTo(Outcome.UNDECIDED);
        }
    }

    private static Outcome outcomeOfReply(String reply) throws IOException {
        try (ScriptedClamd clamd = ScriptedClamd.saying(reply)) {
            return scan(clamd.address(), 10).outcome();
        }
    }

    private static ScanVerdict scan(SocketAddress address, long size) throws IOException {
        return scan(address, size, TERMS);
    }

    private static ScanVerdict scan(SocketAddress address, long size, ScanTerms terms) throws IOException {
        return new ClamdScanner(address, terms).scan(Sample.eicar(size), size);
    }
}

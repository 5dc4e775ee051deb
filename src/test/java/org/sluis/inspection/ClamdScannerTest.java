package org.sluis.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.inspection.ScanVerdict.Outcome;

/** A scanner that misbehaves in every way we know of never makes a file clean, and never holds us for ever. */
class ClamdScannerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final ScanTerms TERMS = new ScanTerms(PATIENCE, 10_000_000, 50_000_000);
    private static final long LARGE = 20_000_000;

    @Test
    void exactReplyAfterAllBytesIsClean() throws IOException {
        assertThat(outcomeOfReply("stream: OK\0")).isEqualTo(Outcome.CLEAN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0",
                "OK\0",
                "stream: OK",
                "stream: OK\n",
                "stream: OK\n\0",
                "stream: OK\0\n",
                "stream: OK\0\0",
                "stream: OK \0",
                " stream: OK\0",
                "stream:OK\0",
                "stream:  OK\0",
                "stream: ok\0",
                "Stream: OK\0",
                "stream: OKAY\0",
                "stream: NOT OK\0",
                "1: stream: OK\0",
                "stdin: OK\0",
                "/tmp/clamav-1/stream: OK\0",
                "stream: OK\0stream: OK\0",
                "stream: OK\0stream: Eicar FOUND\0",
                "stream: Eicar FOUND\0stream: OK\0",
                "stream: OK\r\0",
                "\u0000stream: OK\0",
                "stream: FOUND\0",
                "stream:  FOUND\0",
                "stream: two words FOUND\0",
                "stream: Eicar FOUND",
                "stream: bell\u0007 FOUND\0",
                "stdin: Eicar FOUND\0",
                "INSTREAM size limit exceeded. ERROR\0",
                "INSTREAM: Can't write to temporary file. ERROR\0",
                "COMMAND READ TIMED OUT\0",
                "stream: Can't allocate memory ERROR\0",
                "UNKNOWN COMMAND\0",
                "PONG\0",
                "<html>502 Bad Gateway: stream: OK</html>\0"
            })
    void anyOtherReplyIsNoVerdict(String reply) throws IOException {
        assertThat(outcomeOfReply(reply)).isEqualTo(Outcome.UNDECIDED);
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
    void replyInPiecesThatComesTooLateIsNoVerdict() throws IOException {
        undecidedInTime(call -> {
            call.takeAll();
            call.say("stream:");
            call.takeUntilHungUp();
        });
    }

    @Test
    void replyWithoutEndIsNoVerdict() throws IOException {
        assertThat(outcomeOfReply("stream: " + "A".repeat(5_000) + " FOUND\0")).isEqualTo(Outcome.UNDECIDED);
        undecidedInTime(call -> {
            call.takeAll();
            while (true) {
                call.say("stream: OK ");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(longs = {5_100, 10_000, 200_000, LARGE})
    void acquittalBeforeAllBytesWereTakenIsNoVerdict(long size) throws IOException {
        undecidedInTime(size, call -> {
            call.take(5_000);
            call.say("stream: OK\0");
            call.drop();
        });
        undecidedInTime(size, call -> {
            call.take(5_000);
            call.say("stream: OK\0");
            call.takeUntilHungUp();
        });
    }

    @Test
    void acquittalOfAScannerThatHangsUpInOrderBeforeAllBytesWereTakenIsNoVerdict() throws IOException {
        undecidedInTime(call -> {
            call.take(5_000);
            call.say("stream: OK\0");
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
    void killedScannerIsNoVerdict() throws IOException {
        undecidedInTime(call -> call.drop());
        undecidedInTime(call -> {
            call.take(1_000_000);
            call.drop();
        });
        undecidedInTime(call -> {
            call.takeAll();
            call.drop();
        });
    }

    @Test
    void silentScannerIsNoVerdict() throws IOException {
        undecidedInTime(call -> {
            call.takeAll();
            call.takeUntilHungUp();
        });
    }

    @Test
    void scannerThatTakesNothingIsNoVerdict() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        undecidedInTime(call -> end.await());
        end.countDown();
    }

    @Test
    void scannerThatTakesByDropsIsGivenUpAtTheDeadline() throws IOException {
        undecidedInTime(call -> {
            while (true) {
                call.take(1_000);
                call.dawdle(50);
            }
        });
    }

    @Test
    void sizeLimitIsNoVerdictAlsoWhenTheConnectionBreaksBefore() throws IOException {
        undecidedInTime(call -> {
            call.take(100_000);
            call.say("INSTREAM size limit exceeded. ERROR\0");
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

    private static void undecidedInTime(ScriptedClamd.Script script) throws IOException {
        undecidedInTime(LARGE, script);
    }

    private static void undecidedInTime(long size, ScriptedClamd.Script script) throws IOException {
        try (ScriptedClamd clamd = new ScriptedClamd(script)) {
            Instant begin = Instant.now();
            assertThat(scan(clamd.address(), size).outcome()).isEqualTo(Outcome.UNDECIDED);
            assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(10));
        }
    }

    private static Outcome outcomeOfReply(String reply) throws IOException {
        try (ScriptedClamd clamd = ScriptedClamd.saying(reply)) {
            return scan(clamd.address(), 10).outcome();
        }
    }

    private static ScanVerdict scan(SocketAddress address, long size) throws IOException {
        return new ClamdScanner(address, TERMS).scan(Sample.eicar(size), size);
    }
}

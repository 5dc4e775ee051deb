package org.sluis.inspection.clamd;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.inspection.ScanVerdict;
import org.sluis.inspection.ScanVerdict.Outcome;
import org.sluis.kernel.Sha256;

/** A scanner that misbehaves in a session makes none of its contents clean, and never holds us for ever. */
@Timeout(value = 3, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
class ClamdSessionTest {

    /** For scanners that do their work: the machine may be slow. */
    private static final ScanTerms TERMS = new ScanTerms(Duration.ofMinutes(1), 10_000_000, 50_000_000);

    /** For those of which some end by our patience alone. */
    private static final ScanTerms IMPATIENT = new ScanTerms(Duration.ofSeconds(1), 10_000_000, 50_000_000);

    @Test
    void exactRepliesInAnyOrderAreCleanEachForItsOwnContent() throws IOException {
        List<ScanVerdict> verdicts = verdicts(3, call -> {
            takeAll(call, 3);
            call.say("3: stream: OK\0");
            call.say("1: stream: OK\0002: stream: OK\0");
            endInOrder(call);
        });
        assertThat(verdicts)
                .containsExactlyElementsOf(IntStream.range(0, 3)
                        .mapToObj(i -> new ScanVerdict(Outcome.CLEAN, Sha256.of(content(i)), ""))
                        .toList());
    }

    @Test
    void convictionIsOfTheContentWithItsNumber() throws IOException {
        assertThat(outcomes(3, call -> {
                    takeAll(call, 3);
                    call.say("2: stream: Eicar FOUND\0003: stream: OK\0001: stream: OK\0");
                    endInOrder(call);
                }))
                .containsExactly(Outcome.CLEAN, Outcome.FOUND, Outcome.CLEAN);
    }

    @ParameterizedTest
    @MethodSource("org.sluis.inspection.clamd.Misbehaviours#repliesInSession")
    void anyOtherReplyIsNoVerdict(String reply) throws IOException {
        undecided(1, call -> {
            takeAll(call, 1);
            call.say(reply);
            endInOrder(call);
        });
    }

    @Test
    void replyWithoutEndIsNoVerdict() throws IOException {
        undecided(1, call -> {
            takeAll(call, 1);
            call.say("1: stream: " + "A".repeat(5_000) + " FOUND\0");
            endInOrder(call);
        });
    }

    @Test
    void replyInPiecesIsPutTogether() throws IOException {
        String replies = "2: stream: OK\0001: stream: OK\0";
        assertThat(outcomes(2, call -> {
                    takeAll(call, 2);
                    for (int at = 0; at < replies.length(); at++) {
                        call.say(replies.substring(at, at + 1));
                        call.dawdle(10);
                    }
                    endInOrder(call);
                }))
                .containsOnly(Outcome.CLEAN);
    }

    @Test
    void replyToACommandThatIsNotYetCompleteSpoilsTheSession() throws IOException {
        try (ScriptedClamd clamd = new ScriptedClamd(call -> {
            takeAll(call, 1);
            call.say("1: stream: OK\0002: stream: OK\0");
            call.takeAll();
            endInOrder(call);
        })) {
            List<ScanVerdict> verdicts = new ArrayList<>();
            try (ClamdSession session = open(clamd, TERMS)) {
                session.scan(content(0), verdicts::add);
                session.await();
                assertThat(verdicts).isEmpty();
                session.scan(content(1), verdicts::add);
                assertThat(session.isBroken()).isTrue();
            }
            assertThat(verdicts).extracting(ScanVerdict::outcome).containsExactly(Outcome.UNDECIDED, Outcome.UNDECIDED);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {6_000, 200_000, 5_000_000})
    void acquittalByAScannerThatTookOnlyAPartIsNoVerdict(int size) throws IOException {
        ScriptedClamd.Script hangingUp = call -> {
            call.command();
            call.take(5_000);
            call.say("1: stream: OK\0");
        };
        ScriptedClamd.Script dropping = call -> {
            hangingUp.play(call);
            call.drop();
        };
        for (ScriptedClamd.Script script : List.of(hangingUp, dropping)) {
            try (ScriptedClamd clamd = new ScriptedClamd(script)) {
                assertThat(verdicts(clamd, Stream.of(new byte[size]), IMPATIENT))
                        .extracting(ScanVerdict::outcome)
                        .containsExactly(Outcome.UNDECIDED);
            }
        }
    }

    /** It answered all, and then says or does something else than end. */
    @Test
    void acquittalsCountOnlyOnceTheSessionHasEndedInOrder() throws IOException {
        undecided(2, call -> {
            takeAll(call, 2);
            call.say("1: stream: OK\0002: stream: OK\0");
            call.command();
            call.say("1: stream: Eicar FOUND\0");
        });
        undecided(2, call -> {
            takeAll(call, 2);
            call.say("1: stream: OK\0002: stream: OK\0");
            call.drop();
        });
        undecided(2, call -> {
            takeAll(call, 2);
            call.say("1: stream: OK\0002: stream: OK\0");
            call.takeUntilHungUp();
        });
    }

    @Test
    void sessionThatBreaksInTheMiddleLeavesTheRestWithoutVerdictAndConvictionsStand() throws IOException {
        ScriptedClamd.Script script = call -> {
            takeAll(call, 5);
            call.say("4: stream: Eicar FOUND\0001: stream: OK\0");
        };
        assertThat(outcomes(5, script))
                .containsExactly(
                        Outcome.UNDECIDED, Outcome.UNDECIDED, Outcome.UNDECIDED, Outcome.FOUND, Outcome.UNDECIDED);
    }

    @Test
    void silentScannerIsNoVerdictInTime() throws IOException {
        undecided(3, call -> {
            takeAll(call, 3);
            call.takeUntilHungUp();
        });
        undecided(3, call -> {
            takeAll(call, 3);
            call.say("1: stream: OK\0002: stream:");
            call.takeUntilHungUp();
        });
    }

    @Test
    void scannerThatTakesNothingIsNoVerdictInTime() throws IOException {
        CountDownLatch end = new CountDownLatch(1);
        try (ScriptedClamd clamd = new ScriptedClamd(call -> end.await())) {
            assertThat(verdicts(clamd, Stream.of(new byte[20_000_000]), IMPATIENT))
                    .extracting(ScanVerdict::outcome)
                    .containsExactly(Outcome.UNDECIDED);
        } finally {
            end.countDown();
        }
    }

    private static void undecided(int contents, ScriptedClamd.Script script) throws IOException {
        assertThat(verdicts(contents, script, IMPATIENT))
                .extracting(ScanVerdict::outcome)
                .containsOnly(Outcome.UNDECIDED);
    }

    private static void takeAll(ScriptedClamd.Call call, int contents) throws IOException {
        assertThat(call.command()).isEqualTo("zIDSESSION");
        for (int content = 0; content < contents; content++) {
            call.takeAll();
        }
    }

    private static void endInOrder(ScriptedClamd.Call call) throws IOException {
        assertThat(call.command()).isEqualTo("zEND");
    }

    private static List<Outcome> outcomes(int contents, ScriptedClamd.Script script) throws IOException {
        return verdicts(contents, script).stream().map(ScanVerdict::outcome).toList();
    }

    private static List<ScanVerdict> verdicts(int contents, ScriptedClamd.Script script) throws IOException {
        return verdicts(contents, script, TERMS);
    }

    private static List<ScanVerdict> verdicts(int contents, ScriptedClamd.Script script, ScanTerms terms)
            throws IOException {
        try (ScriptedClamd clamd = new ScriptedClamd(script)) {
            return verdicts(clamd, IntStream.range(0, contents).mapToObj(ClamdSessionTest::content), terms);
        }
    }

    /** The verdict on each content, of which there has to be one. */
    private static List<ScanVerdict> verdicts(ScriptedClamd clamd, Stream<byte[]> contents, ScanTerms terms) {
        List<List<ScanVerdict>> told = new ArrayList<>();
        try (ClamdSession session = open(clamd, terms)) {
            contents.forEach(content -> {
                List<ScanVerdict> verdicts = new ArrayList<>();
                told.add(verdicts);
                session.scan(content, verdicts::add);
            });
        }
        assertThat(told).allSatisfy(verdicts -> assertThat(verdicts).hasSize(1));
        return told.stream().map(verdicts -> verdicts.get(0)).toList();
    }

    private static ClamdSession open(ScriptedClamd clamd, ScanTerms terms) {
        return new ClamdSession(new ClamdScanner(clamd.address(), terms).call().orElseThrow(), terms);
    }

    /** Of another length and other bytes than every other; the first has none. */
    private static byte[] content(int number) {
        return "x".repeat(number * 100).getBytes(US_ASCII);
    }
}

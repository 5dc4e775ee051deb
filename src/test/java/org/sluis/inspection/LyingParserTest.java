package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.sluis.inspection.LyingParser.Lie;
import org.sluis.inspection.Parsers.Limits;
import org.sluis.inspection.ScanVerdict.Outcome;
import org.sluis.inspection.parsing.Budget;
import org.sluis.kernel.Sha256;

/** A child process that hostile bytes have taken over cannot let them in: it is lost, and nothing is clean. */
class LyingParserTest {

    private static final byte[] TEXT = "harmless to look at\n".getBytes(US_ASCII);
    private static final Limits LIMITS =
            new Limits(new Budget(10, 3, 1_000, 200), Duration.ofSeconds(2), 64 << 20, 1, 1);
    private static final Limits GENEROUS = new Limits(LIMITS.budget(), Duration.ofMinutes(1), LIMITS.memory(), 1, 1);

    private final Timer patrol = new Timer("patrol", true);

    @AfterEach
    void endPatrol() {
        patrol.cancel();
    }

    @ParameterizedTest
    @EnumSource(value = Lie.class, mode = Mode.EXCLUDE, names = "TWICE")
    void lieLetsNothingIn(Lie lie) throws IOException {
        ParserProcess child = watched(lie);
        try {
            child.awaitReady();
            assertThatThrownBy(() -> conversation(child).run()).isInstanceOf(ParserLost.class);
        } finally {
            child.kill();
        }
    }

    /** A copy comes in like any file; a lie about it is not even a copy. */
    @ParameterizedTest
    @EnumSource(Lie.class)
    void lieMakesNoCopy(Lie lie) throws IOException {
        ParserProcess child = watched(lie);
        try {
            child.awaitReady();
            assertThatThrownBy(() -> conversation(child).clean(OutputStream.nullOutputStream(), 1_000))
                    .isInstanceOf(ParserLost.class);
        } finally {
            child.kill();
        }
    }

    /** What it says beforehand would be the answer on the next file, which somebody else may have sent. */
    @Test
    void verdictSaidInAdvanceDoesNotCountForTheNextFile() throws IOException {
        ParserProcess child = watched(Lie.TWICE);
        try {
            child.awaitReady();
            assertThat(conversation(child, GENEROUS).run().objection()).isEmpty();
            assertThatThrownBy(() -> conversation(child, GENEROUS).run()).isInstanceOf(ParserLost.class);
        } finally {
            child.kill();
        }
    }

    /** A child that is ended when it keeps the portal waiting, as the patrol does. */
    private ParserProcess watched(Lie lie) throws IOException {
        ParserProcess child = ParserProcess.start(LyingParser.telling(lie));
        patrol.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        child.killIfLate();
                    }
                },
                50,
                50);
        return child;
    }

    private static ParserSession conversation(ParserProcess child) {
        return conversation(child, LIMITS);
    }

    private static ParserSession conversation(ParserProcess child, Limits limits) {
        ParseRequest request = new ParseRequest(
                new SeekableInMemoryByteChannel(TEXT), TEXT.length, "report.txt", Set.of("text/plain"), List.of());
        return new ParserSession(child, limits, request, LyingParserTest::acquit);
    }

    private static ScanVerdict acquit(ReadableByteChannel content, long size) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(1024);
        while (content.read(buffer) >= 0) {
            buffer.clear();
        }
        return new ScanVerdict(Outcome.CLEAN, Sha256.of(TEXT), "");
    }
}

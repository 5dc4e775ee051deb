package org.sluis.inspection.clamd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sluis.inspection.ScanVerdict;
import org.sluis.inspection.ScanVerdict.Outcome;
import org.sluis.inspection.VirusScanner;
import org.sluis.inspection.parsing.Rule;
import org.sluis.kernel.Sha256;

/** What every way to a scanner owes its callers. */
public abstract class ScannerContract {

    static final int LIMIT = 5_000_000;

    abstract VirusScanner scanner();

    @Test
    void acquitsHarmlessBytesUnderTheirOwnHash() throws IOException {
        byte[] bytes = new byte[1_000_003];
        new Random(3).nextBytes(bytes);
        ScanVerdict verdict = scan(bytes);
        assertThat(verdict.outcome()).isEqualTo(Outcome.CLEAN);
        assertThat(verdict.scanned()).isEqualTo(Sha256.of(bytes));
    }

    @Test
    void acquitsNothingAtAll() throws IOException {
        assertThat(scan(new byte[0]).outcome()).isEqualTo(Outcome.CLEAN);
    }

    @Test
    void convictsByName() throws IOException {
        ScanVerdict verdict = scanner().scan(Sample.eicar(), Sample.eicar().size());
        assertThat(verdict.outcome()).isEqualTo(Outcome.FOUND);
        assertThat(verdict.detail()).containsIgnoringCase("eicar");
        assertThat(verdict.objection()).contains(Rule.MALWARE);
    }

    @Test
    void decidesOnAllOfTheLimitAndOnNothingBeyond() throws IOException {
        assertThat(scanner().scan(Sample.eicar(LIMIT - 1), LIMIT - 1).outcome()).isEqualTo(Outcome.FOUND);
        assertThat(scanner().scan(Sample.eicar(LIMIT), LIMIT).outcome()).isEqualTo(Outcome.FOUND);
        assertThat(scan(new byte[LIMIT]).outcome()).isEqualTo(Outcome.CLEAN);
        assertThat(scan(new byte[LIMIT + 1]).outcome()).isEqualTo(Outcome.OVERSIZE);
    }

    @Test
    void failsWhereTheContentCannotBeRead() {
        ReadableByteChannel damaged = new ReadableByteChannel() {
            @Override
            public int read(ByteBuffer target) throws IOException {
                throw new IOException("damaged");
            }

            @Override
            public boolean isOpen() {
                return true;
            }

            @Override
            public void close() {}
        };
        assertThatThrownBy(() -> scanner().scan(damaged, 10))
                .isInstanceOf(IOException.class)
                .hasMessage("damaged");
    }

    @Test
    void keepsManyScansApart() {
        assertThat(IntStream.range(0, 40)
                        .parallel()
                        .mapToObj(i -> i % 2 == 0 ? outcome(new byte[10_000 + i]) : outcomeOfEicar())
                        .toList())
                .containsExactlyElementsOf(IntStream.range(0, 40)
                        .mapToObj(i -> i % 2 == 0 ? Outcome.CLEAN : Outcome.FOUND)
                        .toList());
    }

    private Outcome outcomeOfEicar() {
        try {
            return scanner().scan(Sample.eicar(), Sample.eicar().size()).outcome();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Outcome outcome(byte[] bytes) {
        try {
            return scan(bytes).outcome();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private ScanVerdict scan(byte[] bytes) throws IOException {
        return scanner().scan(Channels.newChannel(new ByteArrayInputStream(bytes)), bytes.length);
    }
}

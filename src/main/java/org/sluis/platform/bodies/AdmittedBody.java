package org.sluis.platform.bodies;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.sluis.platform.bodies.Turns.Turn;

/** A body that takes a turn from its first byte to its last, and whose sender must make progress. */
final class AdmittedBody extends ServletInputStream {

    private static final Duration WINDOW = Duration.ofSeconds(10);

    /** Bytes a second. */
    private static final int SLOWEST = 4_000;

    private final InputStream sent;
    private final BodyTurns turns;
    private Optional<Turn> turn = Optional.empty();
    private boolean ended;

    AdmittedBody(InputStream sent, BodyTurns turns) {
        this(sent, turns, System::nanoTime);
    }

    /** @param clock nanoseconds */
    AdmittedBody(InputStream sent, BodyTurns turns, LongSupplier clock) {
        this.sent = new PacedInput(sent, WINDOW, SLOWEST, clock);
        this.turns = turns;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (ended) {
            return -1;
        }
        if (turn.isEmpty()) {
            turn = Optional.of(turns.take());
        }
        int read = sent.read(target, offset, length);
        if (read < 0) {
            end();
        }
        return read;
    }

    /** Nothing more of it is read. */
    void end() {
        turn.ifPresent(Turn::close);
        ended = true;
    }

    @Override
    public void close() {
        end();
    }

    @Override
    public boolean isFinished() {
        return ended;
    }

    @Override
    public boolean isReady() {
        return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException("bodies are read by the thread of their request");
    }
}

package org.sluis.intake.tus;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;

/**
 * What a sender sends, until the same sender comes again on another connection: a connection that broke is often noticed by
 * the sender alone. Replaced can only be who is silent, and never while bytes are dealt with, so that nothing is written
 * any more once this has ended.
 */
final class ReplaceableInput extends FilterInputStream {

    private static final Turn OURS = new Turn(0);
    private static final Turn REPLACED = new Turn(0);

    private final LongSupplier clock;
    private final AtomicReference<Turn> turn = new AtomicReference<>(OURS);

    /** Whose turn it is: while it is the sender's, since when. Compared by identity. */
    private static final class Turn {

        private final long since;

        Turn(long since) {
            this.since = since;
        }
    }

    /** @param clock nanoseconds */
    ReplaceableInput(InputStream sender, LongSupplier clock) {
        super(sender);
        this.clock = clock;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /** @throws ProblemException {@code upload-busy} where somebody else sends meanwhile */
    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        Turn senders = new Turn(clock.getAsLong());
        pass(OURS, senders);
        try {
            return super.read(target, offset, length);
        } finally {
            pass(senders, OURS);
        }
    }

    private void pass(Turn from, Turn to) {
        if (!turn.compareAndSet(from, to)) {
            throw busy();
        }
    }

    /** @return whether the sender had been silent for so long, and is replaced now */
    boolean endIfSilentFor(Duration silence) {
        Turn now = Objects.requireNonNull(turn.get());
        return now != OURS
                && now != REPLACED
                && clock.getAsLong() - now.since >= silence.toNanos()
                && turn.compareAndSet(now, REPLACED);
    }

    /** Another piece of the upload is coming in. */
    static ProblemException busy() {
        return ProblemException.retryAfter(Problem.UPLOAD_BUSY, PiecesUnderWay.SILENCE.toSeconds());
    }
}

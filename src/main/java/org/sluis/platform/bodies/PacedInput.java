package org.sluis.platform.bodies;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.sluis.platform.config.Settings;

/**
 * Reads what a sender sends as long as it makes progress: in each window of time a least number of bytes must come. Only
 * the time spent waiting for the sender counts, not what the portal does with the bytes in between. Who was cut is not
 * waited for again, not even to read what is left over.
 */
public final class PacedInput extends FilterInputStream {

    private static final double NANOS_PER_SECOND = 1e9;

    private final long window;
    private final long slowest;
    private final LongSupplier clock;
    private long waited;
    private long came;
    private boolean cut;

    /** @param clock nanoseconds */
    public PacedInput(InputStream sender, Settings.Uploads pace, LongSupplier clock) {
        this(sender, pace.window(), pace.slowest(), clock);
    }

    /**
     * @param slowest bytes a second that must come in each {@code window}
     * @param clock nanoseconds
     */
    public PacedInput(InputStream sender, Duration window, long slowest, LongSupplier clock) {
        super(sender);
        this.window = window.toNanos();
        this.slowest = slowest;
        this.clock = clock;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (cut) {
            throw new SenderTooSlow();
        }
        long begin = clock.getAsLong();
        int read;
        try {
            read = super.read(target, offset, length);
        } catch (IOException cut) {
            waited += clock.getAsLong() - begin;
            if (isTooSlow()) {
                throw new SenderTooSlow();
            }
            throw cut;
        }
        waited += clock.getAsLong() - begin;
        came += Math.max(0, read);
        if (read >= 0 && isTooSlow()) {
            throw new SenderTooSlow();
        }
        return read;
    }

    private boolean isTooSlow() {
        if (waited < window) {
            return false;
        }
        cut = came < slowest * (waited / NANOS_PER_SECOND);
        waited = 0;
        came = 0;
        return cut;
    }
}

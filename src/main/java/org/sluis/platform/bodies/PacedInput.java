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

    private final LongSupplier clock;
    private final Progress progress;
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
        this.clock = clock;
        this.progress = new Progress(window, slowest);
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
        } catch (IOException lost) {
            throw isTooSlow(begin, 0) ? new SenderTooSlow() : lost;
        }
        if (read >= 0 && isTooSlow(begin, read)) {
            throw new SenderTooSlow();
        }
        return read;
    }

    private boolean isTooSlow(long begin, int came) {
        cut = progress.isTooLittle(clock.getAsLong() - begin, came);
        return cut;
    }
}

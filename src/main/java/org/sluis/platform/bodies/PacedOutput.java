package org.sluis.platform.bodies;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.LongSupplier;
import org.sluis.platform.config.Settings;

/**
 * Sends as long as whoever reads makes progress: in each window of time a least number of bytes must be taken. One write that
 * nobody takes anything of is ended by the server itself; this ends readers who take a little of each.
 */
public final class PacedOutput extends FilterOutputStream {

    private static final int PIECE_BYTES = 8 * 1024;

    private final LongSupplier clock;
    private final Progress progress;
    private boolean cut;

    /** @param clock nanoseconds */
    public PacedOutput(OutputStream reader, Settings.Downloads pace, LongSupplier clock) {
        super(reader);
        this.clock = clock;
        this.progress = new Progress(pace.window(), pace.slowest());
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    /** @throws ReaderTooSlow where the reader hardly moves */
    @Override
    public void write(byte[] source, int offset, int length) throws IOException {
        for (int done = 0; done < length; done += PIECE_BYTES) {
            writePiece(source, offset + done, Math.min(PIECE_BYTES, length - done));
        }
    }

    private void writePiece(byte[] source, int offset, int length) throws IOException {
        requireReader();
        long begin = clock.getAsLong();
        out.write(source, offset, length);
        cut = progress.isTooLittle(clock.getAsLong() - begin, length);
        requireReader();
    }

    private void requireReader() throws ReaderTooSlow {
        if (cut) {
            throw new ReaderTooSlow();
        }
    }
}

package org.sluis.inspection.parsing;

import java.io.IOException;

/**
 * WAV, and its forms for more than four gigabytes, RF64 and BW64 (ITU-R BS.2088): a RIFF form as long as the file, made of
 * chunks, with a format and data. A recorder that writes into a pipe, or was cut off, does not know its length: its data
 * runs to the end of the file.
 */
final class WaveChunks implements Structure {

    /** Programs that do not know a length write the largest number they can think of, signed or not. */
    private static final long UNKNOWN = 0x7ff00000L;

    @Override
    public void check(Bytes bytes) throws IOException {
        Cursor cursor = new Cursor(bytes, 0);
        boolean large = !cursor.ascii(4).equals("RIFF");
        long announced = cursor.u32le() + RiffChunks.HEADER_BYTES;
        boolean unknown = large || announced >= UNKNOWN || announced == RiffChunks.HEADER_BYTES;
        Refusal.unlessReadable(unknown || announced <= bytes.size());
        long end = unknown ? bytes.size() : announced;
        RiffChunks chunks = new RiffChunks(bytes, end);
        boolean format = false;
        boolean data = false;
        while (!data && chunks.next()) {
            format |= chunks.type().equals("fmt ");
            data = chunks.type().equals("data");
            if (!data) {
                chunks.leave();
            } else if (chunks.size() >= UNKNOWN) {
                end = bytes.size();
            }
        }
        Refusal.unlessReadable(format && data);
        Trailer.mustBePadding(bytes, end);
    }
}

package org.sluis.inspection.parsing;

import java.io.IOException;
import java.util.Set;

/** WebP (RFC 9649): a RIFF form as long as the file whose first chunk is the picture or says how large it is. */
final class WebpChunks implements Structure {

    private static final String EXTENDED = "VP8X";
    private static final Set<String> PICTURES = Set.of("VP8 ", "VP8L", "ANMF");

    @Override
    public void check(Bytes bytes) throws IOException {
        long end = new Cursor(bytes, 4).u32le() + RiffChunks.HEADER_BYTES;
        Refusal.unlessReadable(end >= RiffChunks.FORM_BYTES && end <= bytes.size());
        RiffChunks chunks = new RiffChunks(bytes, end);
        boolean first = true;
        boolean picture = false;
        while (chunks.next()) {
            boolean extended = chunks.type().equals(EXTENDED);
            Refusal.unlessReadable(!first || extended || PICTURES.contains(chunks.type()));
            if (extended) {
                Cursor canvas = new Cursor(bytes, chunks.start()).skip(4);
                Pixels.check(
                        1L + canvas.u16le() + ((long) canvas.u8() << 16),
                        1L + canvas.u16le() + ((long) canvas.u8() << 16));
            }
            picture |= PICTURES.contains(chunks.type());
            first = false;
            chunks.leave();
        }
        Refusal.unlessReadable(picture);
        Trailer.mustBePadding(bytes, end);
    }
}

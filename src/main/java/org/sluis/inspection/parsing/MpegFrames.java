package org.sluis.inspection.parsing;

import java.io.IOException;
import java.nio.ByteBuffer;

/** MP3 (ISO/IEC 11172-3, 13818-3): after an ID3v2 tag, frames that follow each other without a gap. */
final class MpegFrames implements Structure {

    private static final int FRAMES_LOOKED_AT = 32;
    private static final int TAG_HEADER_BYTES = 10;
    private static final int[] RATES_V1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] RATES_V2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] SAMPLES_PER_SECOND = {44_100, 48_000, 32_000};

    @Override
    public void check(Bytes bytes) throws IOException {
        long position = afterTag(bytes);
        int frames = 0;
        while (frames < FRAMES_LOOKED_AT && position < bytes.size() && !isTail(bytes, position)) {
            position += frameBytes(bytes.exactly(position, 4));
            frames++;
        }
        if (frames == 0) {
            throw new Refusal(Rule.DAMAGED);
        }
    }

    private static long afterTag(Bytes bytes) throws IOException {
        byte[] header = bytes.exactly(0, TAG_HEADER_BYTES);
        if (!Magic.starts(header, "ID3")) {
            return 0;
        }
        long length = 0;
        for (int index = 6; index < TAG_HEADER_BYTES; index++) {
            length = (length << 7) | (header[index] & 0x7f);
        }
        long position = TAG_HEADER_BYTES + length;
        while (position < bytes.size() && bytes.exactly(position, 1)[0] == 0) {
            position++;
        }
        return position;
    }

    private static boolean isTail(Bytes bytes, long position) throws IOException {
        byte[] beginning = bytes.upTo(position, 8);
        return Magic.starts(beginning, "TAG") || Magic.starts(beginning, "APETAGEX");
    }

    private static long frameBytes(byte[] header) {
        int bits = ByteBuffer.wrap(header).getInt();
        int version = bits >> 19 & 3;
        int rate = bits >> 12 & 15;
        int frequency = bits >> 10 & 3;
        boolean layerThree = (bits >> 17 & 3) == 1;
        if (bits >>> 21 != 0x7ff || version == 1 || !layerThree || rate == 0 || rate == 15 || frequency == 3) {
            throw new Refusal(Rule.DAMAGED);
        }
        boolean first = version == 3;
        int samples = SAMPLES_PER_SECOND[frequency] >> (first ? 0 : version == 2 ? 1 : 2);
        int kilobits = first ? RATES_V1[rate] : RATES_V2[rate];
        return (first ? 144_000L : 72_000L) * kilobits / samples + (bits >> 9 & 1);
    }
}

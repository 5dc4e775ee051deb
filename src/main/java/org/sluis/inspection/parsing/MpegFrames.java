package org.sluis.inspection.parsing;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * MP3 (ISO/IEC 11172-3, 13818-3, and the half rates of MPEG 2.5): after tags (ID3v2, APE) and zeros, frames that follow
 * each other without a gap. The length of a frame in the free format is where the next one begins.
 */
final class MpegFrames implements Structure {

    private static final int FRAMES_LOOKED_AT = 32;
    private static final int MOST_TAGS = 8;
    private static final int MOST_PADDING = 1 << 20;
    private static final int ID3_HEADER_BYTES = 10;
    private static final int MOST_VERSION = 16;
    private static final int APE_HEADER_BYTES = 32;
    private static final int LONGEST_FREE_FRAME = 4096;
    private static final int[] RATES_V1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] RATES_V2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] SAMPLES_PER_SECOND = {44_100, 48_000, 32_000};

    @Override
    public void check(Bytes bytes) throws IOException {
        Refusal.unlessReadable(frames(bytes, afterTags(bytes)) > 0);
    }

    /** Whether tags of this format begin here, or zeros and more than one of its frames. */
    static boolean begin(byte[] head) throws IOException {
        if (Magic.starts(head, "APETAGEX")) {
            return true;
        }
        if (Magic.starts(head, "ID3")) {
            return head.length > ID3_HEADER_BYTES && head[3] >= 0 && head[3] < MOST_VERSION && head[4] < MOST_VERSION;
        }
        try {
            Bytes bytes = new ArrayBytes(head);
            return head.length > 0 && (head[0] == 0 || head[0] == -1) && frames(bytes, afterTags(bytes)) > 2;
        } catch (Refusal otherBytes) {
            return false;
        }
    }

    private static int frames(Bytes bytes, long start) throws IOException {
        long position = start;
        int frames = 0;
        while (frames < FRAMES_LOOKED_AT && position + 4 <= bytes.size() && !isTail(bytes, position)) {
            position += frameBytes(bytes, position);
            frames++;
        }
        return frames;
    }

    private static long afterTags(Bytes bytes) throws IOException {
        long position = 0;
        for (int tag = 0; tag < MOST_TAGS; tag++) {
            byte[] header = bytes.upTo(position, APE_HEADER_BYTES);
            if (Magic.starts(header, "ID3")) {
                position += id3Bytes(header);
            } else if (Magic.starts(header, "APETAGEX")) {
                position +=
                        APE_HEADER_BYTES + new Cursor(bytes, position).skip(12).u32le();
            }
            position = afterZeros(bytes, position);
        }
        return position;
    }

    private static long id3Bytes(byte[] header) {
        Refusal.unlessReadable(header.length >= ID3_HEADER_BYTES);
        long length = ID3_HEADER_BYTES;
        long body = 0;
        for (int index = 6; index < ID3_HEADER_BYTES; index++) {
            body = (body << 7) | (header[index] & 0x7f);
        }
        boolean footer = (header[5] & 0x10) != 0;
        return length + body + (footer ? ID3_HEADER_BYTES : 0);
    }

    private static long afterZeros(Bytes bytes, long start) throws IOException {
        Cursor cursor = new Cursor(bytes, start);
        while (!cursor.atEnd() && cursor.position() - start < MOST_PADDING) {
            if (cursor.u8() != 0) {
                return cursor.position() - 1;
            }
        }
        return cursor.position();
    }

    private static boolean isTail(Bytes bytes, long position) throws IOException {
        byte[] beginning = bytes.upTo(position, 8);
        return Magic.starts(beginning, "TAG")
                || Magic.starts(beginning, "APETAGEX")
                || Magic.starts(beginning, "LYRICS");
    }

    private static long frameBytes(Bytes bytes, long position) throws IOException {
        int bits = ByteBuffer.wrap(bytes.exactly(position, 4)).getInt();
        int version = bits >> 19 & 3;
        int rate = bits >> 12 & 15;
        int frequency = bits >> 10 & 3;
        boolean layerThree = (bits >> 17 & 3) == 1;
        Refusal.unlessReadable(bits >>> 21 == 0x7ff && version != 1 && layerThree && rate != 15 && frequency != 3);
        if (rate == 0) {
            return freeFrameBytes(bytes, position, bits);
        }
        boolean first = version == 3;
        int samples = SAMPLES_PER_SECOND[frequency] >> (first ? 0 : version == 2 ? 1 : 2);
        int kilobits = first ? RATES_V1[rate] : RATES_V2[rate];
        return (first ? 144_000L : 72_000L) * kilobits / samples + (bits >> 9 & 1);
    }

    /** Up to the next header that agrees in version, layer, rate and frequency. */
    private static long freeFrameBytes(Bytes bytes, long position, int header) throws IOException {
        byte[] ahead = bytes.upTo(position, LONGEST_FREE_FRAME);
        for (int at = 4; at + 4 <= ahead.length; at++) {
            if ((ByteBuffer.wrap(ahead).getInt(at) & 0xfffefc00) == (header & 0xfffefc00)) {
                return at;
            }
        }
        Refusal.unlessReadable(ahead.length < LONGEST_FREE_FRAME);
        return ahead.length;
    }
}

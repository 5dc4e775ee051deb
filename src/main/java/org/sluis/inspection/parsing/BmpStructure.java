package org.sluis.inspection.parsing;

import java.io.IOException;
import java.util.Set;

/**
 * BMP ([MS-WMF] 2.2.2.3, BITMAPCOREHEADER to BITMAPV5HEADER): a header of a known length, and as many bytes as the pixels
 * need. The length that the file announces of itself is wrong in files of many programs and counts only where it is larger.
 */
final class BmpStructure implements Structure {

    private static final int FILE_HEADER_BYTES = 14;
    private static final int CORE_HEADER_BYTES = 12;
    private static final int V5_HEADER_BYTES = 124;
    private static final int PROFILE_FIELD = 112;
    private static final Set<Integer> HEADER_LENGTHS = Set.of(12, 16, 40, 52, 56, 64, 108, 124);
    private static final Set<Integer> DEPTHS = Set.of(1, 2, 4, 8, 16, 24, 32, 64);
    private static final Set<Long> UNCOMPRESSED = Set.of(0L, 3L, 6L);

    /** Whether its mark is followed by a header of a length that exists, with one plane. */
    static boolean begins(byte[] head) throws IOException {
        if (!Magic.starts(head, "BM") || head.length < FILE_HEADER_BYTES + CORE_HEADER_BYTES + 2) {
            return false;
        }
        Cursor cursor = new Cursor(new ArrayBytes(head), FILE_HEADER_BYTES);
        int length = (int) cursor.u32le();
        int planes = cursor.skip(length == CORE_HEADER_BYTES ? 4 : 8).u16le();
        return HEADER_LENGTHS.contains(length) && planes == 1;
    }

    @Override
    public void check(Bytes bytes) throws IOException {
        Cursor cursor = new Cursor(bytes, 2);
        long announced = cursor.u32le();
        long pixels = cursor.skip(4).u32le();
        int length = (int) cursor.u32le();
        Refusal.unlessReadable(HEADER_LENGTHS.contains(length) && pixels >= FILE_HEADER_BYTES + length);
        boolean core = length == CORE_HEADER_BYTES;
        long width = core ? cursor.u16le() : (int) cursor.u32le();
        long height = core ? cursor.u16le() : Math.abs((long) (int) cursor.u32le());
        Pixels.check(width, height);
        cursor.skip(2);
        int depth = cursor.u16le();
        long compression = length <= 16 ? 0 : cursor.u32le();
        long compressed = length <= 16 ? 0 : cursor.u32le();
        Refusal.unlessReadable(DEPTHS.contains(depth) || compression > 3);
        long picture = UNCOMPRESSED.contains(compression) ? (width * depth + 31) / 32 * 4 * height : compressed;
        long end = pixels + picture;
        if (length == V5_HEADER_BYTES) {
            Cursor profile = new Cursor(bytes, 0).moveTo(FILE_HEADER_BYTES + (long) PROFILE_FIELD);
            long start = profile.u32le();
            end = Math.max(end, FILE_HEADER_BYTES + start + profile.u32le());
        }
        Refusal.unlessReadable(end <= bytes.size());
        boolean open = picture == 0 || (announced > end && announced <= bytes.size());
        Trailer.mustBePadding(bytes, open ? Math.max(announced, end) : end);
    }
}

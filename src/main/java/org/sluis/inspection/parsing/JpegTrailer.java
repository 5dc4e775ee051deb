package org.sluis.inspection.parsing;

import java.io.IOException;

/**
 * What may follow a JPEG image: further images of the Multi-Picture Format (CIPA DC-007: previews, depth, gain maps),
 * the video of a motion photo, the trailer of Samsung's cameras, and padding. Anything else is a second file.
 */
final class JpegTrailer {

    private static final int MAX_PIECES = 64;
    private static final int MAX_PADDING = 64 * 1024;
    private static final int SAMSUNG_END_BYTES = 8;
    private static final int SAMSUNG_HEADER_BYTES = 12;
    private static final int SAMSUNG_ENTRY_BYTES = 12;

    private JpegTrailer() {}

    static void check(Bytes bytes, long start) throws IOException {
        long position = start;
        for (int piece = 0; position < bytes.size(); piece++) {
            long next = end(bytes, position);
            if (next <= position || piece == MAX_PIECES) {
                throw new Refusal(Rule.TRAILING_DATA);
            }
            position = next;
        }
    }

    private static long end(Bytes bytes, long position) throws IOException {
        byte[] beginning = bytes.upTo(position, 12);
        if (Magic.starts(beginning, "\u00ff\u00d8\u00ff")) {
            return JpegStructure.end(bytes, position);
        }
        if (Magic.at(beginning, 4, "ftyp")) {
            new Mp4Boxes().check(bytes.slice(position, bytes.size() - position));
            return bytes.size();
        }
        return isSamsungs(bytes, position) ? bytes.size() : afterPadding(bytes, position);
    }

    private static long afterPadding(Bytes bytes, long position) throws IOException {
        byte[] padding = bytes.upTo(position, MAX_PADDING);
        int length = 0;
        while (length < padding.length
                && (padding[length] == 0 || padding[length] == '\n' || padding[length] == '\r')) {
            length++;
        }
        return position + length;
    }

    /** The directory lies at the end and counts backwards; its first block must begin where the image ended. */
    private static boolean isSamsungs(Bytes bytes, long position) throws IOException {
        long end = bytes.size() - SAMSUNG_END_BYTES;
        if (end - position < SAMSUNG_HEADER_BYTES || !Magic.starts(bytes.upTo(end + 4, 4), "SEFT")) {
            return false;
        }
        long length = new Cursor(bytes, end).u32le();
        long directory = end - length;
        if (directory < position || !Magic.starts(bytes.upTo(directory, 4), "SEFH")) {
            return false;
        }
        Cursor cursor = new Cursor(bytes, directory + 8);
        long count = cursor.u32le();
        if (count == 0 || length != SAMSUNG_HEADER_BYTES + count * SAMSUNG_ENTRY_BYTES) {
            return false;
        }
        long first = directory;
        for (long entry = 0; entry < count; entry++) {
            cursor.u32le();
            first = Math.min(first, directory - cursor.u32le());
            cursor.u32le();
        }
        return first == position;
    }
}

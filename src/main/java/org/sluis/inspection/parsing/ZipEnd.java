package org.sluis.inspection.parsing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * The end of a ZIP file (APPNOTE 4.3.14 to 4.3.16): how many members there are and where their directory lies. It must
 * be the very end; whatever comes after it, but for a line end, would be another file.
 *
 * @param entries records in the directory
 * @param offset where the directory begins
 * @param size its bytes
 */
record ZipEnd(long entries, long offset, long size) {

    static final int MIN_BYTES = 22;
    static final int SEARCH_BYTES = MIN_BYTES + 0xffff;

    private static final String SIGNATURE = "PK\5\6";
    private static final int MAX_LINE_END_BYTES = 8;
    private static final int LOCATOR_BYTES = 20;
    private static final int LARGE_BYTES = 56;
    private static final long FIRST_WITH_ENCRYPTED_DIRECTORY = 62;

    static ZipEnd find(Bytes bytes) throws IOException {
        long position = position(bytes);
        Cursor cursor = new Cursor(bytes, position + 4);
        Refusal.unless(cursor.u32le() == 0, Rule.VARIANT);
        int here = cursor.u16le();
        int entries = cursor.u16le();
        long size = cursor.u32le();
        long offset = cursor.u32le();
        agree(here == entries);
        checkComment(cursor.ascii(cursor.u16le()));
        ZipEnd small = new ZipEnd(entries, offset, size);
        long locator = position - LOCATOR_BYTES;
        if (locator >= 0 && Magic.starts(bytes.upTo(locator, 4), "PK\6\7")) {
            return large(bytes, locator, small);
        }
        agree(offset + size == position);
        return small;
    }

    /**
     * The last record there is. Its comment, which can hold no other record, reaches to the end, but for the line end that
     * some programs put after any file; a reader that starts from either side finds the same record.
     */
    private static long position(Bytes bytes) throws IOException {
        int length = (int) Math.min(bytes.size(), SEARCH_BYTES + MAX_LINE_END_BYTES);
        byte[] tail = bytes.upTo(bytes.size() - length, length);
        int at = length - MIN_BYTES;
        while (!Magic.at(tail, at, SIGNATURE)) {
            Refusal.unlessReadable(--at >= 0);
        }
        int comment = (tail[at + 20] & 0xff) | (tail[at + 21] & 0xff) << 8;
        int end = at + MIN_BYTES + comment;
        Refusal.unlessReadable(end <= length);
        String rest = new String(tail, end, length - end, StandardCharsets.ISO_8859_1);
        agree(rest.length() <= MAX_LINE_END_BYTES && rest.isBlank());
        return bytes.size() - length + at;
    }

    private static void checkComment(String comment) {
        agree(comment.chars().noneMatch(letter -> letter < ' ' && letter != '\n' && letter != '\r' && letter != '\t'));
    }

    private static ZipEnd large(Bytes bytes, long locator, ZipEnd small) throws IOException {
        Cursor cursor = new Cursor(bytes, locator + 4);
        Refusal.unless(cursor.u32le() == 0, Rule.VARIANT);
        long position = cursor.u64le();
        Refusal.unlessReadable(cursor.u32le() == 1 && position >= 0 && position == locator - LARGE_BYTES);
        cursor.moveTo(position);
        Refusal.unlessReadable(cursor.ascii(4).equals("PK\6\6") && cursor.u64le() == LARGE_BYTES - 12);
        cursor.u16le();
        if (cursor.u16le() >= FIRST_WITH_ENCRYPTED_DIRECTORY) {
            throw new Refusal(Rule.PASSWORD);
        }
        Refusal.unlessReadable(cursor.u64le() == 0);
        long here = cursor.u64le();
        ZipEnd found = new ZipEnd(cursor.u64le(), 0, cursor.u64le()).at(cursor.u64le());
        agree(here == found.entries && found.entries >= 0 && found.size >= 0 && found.offset >= 0);
        agree(found.offset + found.size == position);
        agree(small.agrees(found));
        return found;
    }

    private static void agree(boolean holds) {
        Refusal.unless(holds, Rule.INCONSISTENT);
    }

    private ZipEnd at(long where) {
        return new ZipEnd(entries, where, size);
    }

    private boolean agrees(ZipEnd large) {
        return (entries == 0xffff || entries == large.entries)
                && (size == 0xffffffffL || size == large.size)
                && (offset == 0xffffffffL || offset == large.offset);
    }
}

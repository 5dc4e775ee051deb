package org.sluis.inspection.parsing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Looks for a second end in bytes that are stored in a ZIP file as they are and whose length stands behind them (APPNOTE
 * 4.3.9). A reader from the front has to search for that end: it takes a descriptor that tells the length of what was read so
 * far, with its mark, or without one before the mark of a next record. Where none of the bytes can be taken for that, readers
 * from both sides see the same file, also when another archive is in it.
 */
final class EarlierEnd {

    private static final int WINDOW_BYTES = 64 * 1024;
    private static final int MARK_BYTES = 4;
    private static final int SMALL_BYTES = 12;
    private static final int LARGE_BYTES = 20;
    private static final List<String> NEXT_RECORDS = List.of("PK\3\4", "PK\1\2", "PK\5\6", "PK\6\6");

    private EarlierEnd() {}

    /** @throws Refusal where there is one */
    static void refuse(Bytes content) throws IOException {
        for (long start = 0; start < content.size(); start += WINDOW_BYTES) {
            long before = Math.min(start, LARGE_BYTES);
            byte[] window = content.upTo(start - before, (int) before + WINDOW_BYTES + MARK_BYTES + LARGE_BYTES);
            int last = (int) Math.min(before + WINDOW_BYTES, window.length);
            for (int at = (int) before; at < last; at++) {
                Refusal.unless(window[at] != 'P' || !endsAt(window, at, start - before + at), Rule.INCONSISTENT);
            }
        }
    }

    private static boolean endsAt(byte[] window, int at, long position) {
        if (Magic.at(window, at, "PK\7\b")) {
            return isDescriptor(window, at + MARK_BYTES, position);
        }
        return NEXT_RECORDS.stream().anyMatch(mark -> Magic.at(window, at, mark))
                && (isDescriptor(window, at - SMALL_BYTES, position - SMALL_BYTES)
                        || isDescriptor(window, at - LARGE_BYTES, position - LARGE_BYTES));
    }

    /** A checksum, then the length twice, each in 32 or in 64 bits. */
    private static boolean isDescriptor(byte[] window, int at, long length) {
        ByteBuffer bytes = ByteBuffer.wrap(window).order(ByteOrder.LITTLE_ENDIAN);
        if (at < 0 || length < 0) {
            return false;
        }
        boolean small = at + SMALL_BYTES <= window.length
                && bytes.getInt(at + 4) == (int) length
                && bytes.getInt(at + 8) == (int) length;
        return small
                || (at + LARGE_BYTES <= window.length
                        && bytes.getLong(at + 4) == length
                        && bytes.getLong(at + 12) == length);
    }
}

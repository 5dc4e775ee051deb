package org.sluis.documents;

import java.nio.charset.StandardCharsets;

/**
 * How long a ZIP of stored members is, by arithmetic alone (APPNOTE 6.3.10, 4.3 and 4.5.3): header, name and bytes of each
 * member, its entry in the directory, and the end. Where a size or a position needs more than 32 bits, Zip64 fields join.
 */
final class ArchiveLength {

    private static final int LOCAL_HEADER = 30;
    private static final int DIRECTORY_ENTRY = 46;
    private static final int END = 22;
    private static final int ZIP64_END = 56 + 20;
    private static final int EXTRA_HEADER = 4;
    private static final long LARGEST = 0xFFFF_FFFFL;

    private long members;
    private long directory;
    private boolean zip64;

    /** Counts the next member. */
    void add(String name, long size) {
        int named = name.getBytes(StandardCharsets.UTF_8).length;
        int sizes = size >= LARGEST ? 2 * Long.BYTES : 0;
        int position = members >= LARGEST ? Long.BYTES : 0;
        members += LOCAL_HEADER + named + extra(sizes) + size;
        directory += DIRECTORY_ENTRY + named + extra(sizes + position);
        zip64 |= sizes + position > 0;
    }

    /** With all that were counted. */
    long total() {
        return members + directory + END + (zip64 || members >= LARGEST ? ZIP64_END : 0);
    }

    private static int extra(int fields) {
        return fields == 0 ? 0 : EXTRA_HEADER + fields;
    }
}

package org.sluis.inspection.parsing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * A binary format that must be nothing else at the same time. Other programs find a format by a mark that need not be at
 * the start: PDF within the first kilobyte, ZIP at the very end, tar and ISO 9660 at fixed places, pages in whatever a
 * lenient browser looks at.
 */
record SingleReading(Structure structure) implements Format {

    private static final int PDF_SEARCH_BYTES = 1024;
    private static final int TAR_OFFSET = 257;
    private static final int ISO_OFFSET = 0x8001;
    private static final int SCRIPT_COMMENT_BYTES = 16;

    @Override
    public void check(Specimen specimen) throws IOException {
        Bytes bytes = specimen.source().bytes();
        structure.check(bytes);
        if (startsTwice(specimen.head()) || hasZip(bytes)) {
            throw new Refusal(Rule.TWO_FORMATS);
        }
    }

    private static boolean startsTwice(byte[] head) {
        String beginning = new String(head, 0, Math.min(PDF_SEARCH_BYTES, head.length), StandardCharsets.ISO_8859_1);
        return beginning.indexOf("%PDF-") > 0
                || beginning
                        .substring(0, Math.min(SCRIPT_COMMENT_BYTES, beginning.length()))
                        .contains("/*")
                || Magic.at(head, TAR_OFFSET, "ustar")
                || Magic.at(head, ISO_OFFSET, "CD001")
                || Magic.hasMarkup(head)
                || beginning.contains("Rar!\u001a\u0007");
    }

    /** Whether an unpacker that looks from the end would find an archive. */
    static boolean hasZip(Bytes bytes) throws IOException {
        int length = (int) Math.min(bytes.size(), ZipEnd.SEARCH_BYTES);
        long start = bytes.size() - length;
        byte[] tail = bytes.upTo(start, length);
        for (int at = tail.length - ZipEnd.MIN_BYTES; at >= 0; at--) {
            if (Magic.at(tail, at, "PK\5\6") && pointsToDirectory(bytes, start + at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean pointsToDirectory(Bytes bytes, long end) throws IOException {
        Cursor cursor = new Cursor(bytes, end).skip(12);
        long size = cursor.u32le();
        long directory = end - size;
        return size > 0 && directory >= 0 && Magic.starts(bytes.upTo(directory, 4), "PK\1\2");
    }
}

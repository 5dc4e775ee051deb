package org.sluis.inspection.parsing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.sluis.inspection.parsing.Objection.Evidence;

/**
 * A binary format that must be nothing else at the same time. Other programs find a format by a mark that need not be at
 * the start: PDF within the first kilobyte, ZIP at the very end, tar and ISO 9660 at fixed places, RAR and 7z behind what
 * they take for a program that unpacks itself, pages and scripts in whatever a lenient browser looks at.
 */
record SingleReading(Structure structure) implements Format {

    private static final int PDF_SEARCH_BYTES = 1024;
    private static final int TAR_OFFSET = 257;
    private static final int ISO_OFFSET = 0x8001;

    @Override
    public void check(Specimen specimen) throws IOException {
        Bytes bytes = specimen.source().bytes();
        structure.check(bytes);
        mustBeAlone(bytes, specimen.head());
    }

    /** @throws Refusal naming the other format */
    static void mustBeAlone(Bytes bytes, byte[] head) throws IOException {
        Optional<String> second = hasZip(bytes) ? Optional.of(MediaTypes.ZIP) : second(bytes, head);
        if (second.isPresent()) {
            throw new Refusal(Rule.TWO_FORMATS).detected(second.get(), Evidence.SIGNATURE);
        }
    }

    private static Optional<String> second(Bytes bytes, byte[] head) throws IOException {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.substring(0, Math.min(PDF_SEARCH_BYTES, text.length())).indexOf("%PDF-") > 0) {
            return Optional.of(MediaTypes.PDF);
        }
        if (text.contains("Rar!\u001a\u0007")) {
            return Optional.of(ForeignMarks.RAR);
        }
        if (text.contains("7z\u00bc\u00af'\u001c")) {
            return Optional.of(ForeignMarks.SEVEN_ZIP);
        }
        if (Magic.at(head, TAR_OFFSET, "ustar")) {
            return Optional.of("application/x-tar");
        }
        if (Magic.at(head, ISO_OFFSET, "CD001")) {
            return Optional.of("application/x-iso9660-image");
        }
        if (Magic.hasMarkup(head)) {
            return Optional.of(Magic.HTML);
        }
        return ScriptComment.begins(bytes) ? Optional.of("text/javascript") : Optional.empty();
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

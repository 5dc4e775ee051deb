package org.sluis.inspection.parsing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** PNG (ISO/IEC 15948): chunks with true checksums from IHDR to IEND, and nothing but padding after it. */
final class PngStructure implements Structure {

    private static final int SIGNATURE_BYTES = 8;

    /** Begins the pictures inside programs for iPhones, which no viewer elsewhere can show. */
    private static final String APPLES_VARIANT = "CgBI";

    private static final int PIECE_BYTES = 64 * 1024;

    @Override
    public void check(Bytes bytes) throws IOException {
        Cursor cursor = new Cursor(bytes, SIGNATURE_BYTES);
        String type = chunk(cursor);
        if (type.equals(APPLES_VARIANT)) {
            throw new Refusal(Rule.VARIANT).naming(APPLES_VARIANT);
        }
        if (!type.equals("IHDR")) {
            throw new Refusal(Rule.DAMAGED);
        }
        Cursor header = new Cursor(bytes, SIGNATURE_BYTES + 8);
        Pixels.check(header.u32(), header.u32());
        while (!type.equals("IEND")) {
            type = chunk(cursor);
        }
        Trailer.mustBePadding(bytes, cursor.position());
    }

    private static String chunk(Cursor cursor) throws IOException {
        long length = cursor.u32();
        CRC32 checksum = new CRC32();
        byte[] type = cursor.bytes(4);
        checksum.update(type);
        for (long left = length; left > 0; ) {
            byte[] piece = cursor.bytes((int) Math.min(PIECE_BYTES, left));
            checksum.update(piece);
            left -= piece.length;
        }
        if (cursor.u32() != checksum.getValue()) {
            throw new Refusal(Rule.DAMAGED);
        }
        return new String(type, StandardCharsets.ISO_8859_1);
    }
}

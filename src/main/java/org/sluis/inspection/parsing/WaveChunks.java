package org.sluis.inspection.parsing;

import java.io.IOException;

/** WAV: a RIFF form as long as the file, made of chunks, with a format and data. */
final class WaveChunks implements Structure {

    private static final int HEADER_BYTES = 8;

    @Override
    public void check(Bytes bytes) throws IOException {
        Cursor cursor = new Cursor(bytes, 0);
        boolean riff = cursor.ascii(4).equals("RIFF");
        long announced = cursor.u32le() + HEADER_BYTES;
        if (!riff || !cursor.ascii(4).equals("WAVE") || announced > bytes.size()) {
            throw new Refusal(Rule.DAMAGED);
        }
        if (announced + announced % 2 < bytes.size()) {
            throw new Refusal(Rule.TRAILING_DATA);
        }
        boolean format = false;
        boolean data = false;
        while (cursor.left() >= HEADER_BYTES) {
            String type = cursor.ascii(4);
            long size = cursor.u32le();
            format |= type.equals("fmt ");
            data |= type.equals("data");
            cursor.skip(Math.min(cursor.left(), size + size % 2));
        }
        if (!format || !data) {
            throw new Refusal(Rule.DAMAGED);
        }
    }
}

package org.sluis.inspection.parsing;

import java.io.IOException;

/**
 * A drawing of Windows as a list of orders, of the old kind ([MS-WMF]) or the newer ([MS-EMF]). One order would hand the printer
 * an address of code to call, of which no drawing has need. Comments hold further pictures and are drawn, not run; the scanner
 * has seen them with the whole. Damage after some orders is left as old programs made it.
 */
final class Metafile implements Format {

    static final String EMF = "image/emf";
    static final String WMF = "image/wmf";

    private static final long PLACEABLE = 0x9ac6cdd7L;
    private static final int PLACEABLE_BYTES = 22;
    private static final int ESCAPE = 0x626;
    private static final int EMF_DRAWING_ESCAPE = 0x69;
    private static final int EMF_ESCAPE = 0x6a;
    private static final int SET_ABORT_PROCEDURE = 9;
    private static final int WMF_ORDER_BYTES = 6;
    private static final int EMF_ORDER_BYTES = 8;

    @Override
    public void check(Specimen specimen) throws IOException {
        Cursor cursor = new Cursor(specimen.source().bytes(), 0);
        if (Magic.at(specimen.head(), 40, " EMF")) {
            enhanced(cursor);
        } else {
            old(cursor);
        }
    }

    private static void enhanced(Cursor cursor) throws IOException {
        while (cursor.left() >= EMF_ORDER_BYTES) {
            long start = cursor.position();
            long order = cursor.u32le();
            long length = cursor.u32le();
            if ((order == EMF_ESCAPE || order == EMF_DRAWING_ESCAPE) && cursor.left() >= 4) {
                refuse(cursor.u32le());
            }
            if (length < EMF_ORDER_BYTES || length > cursor.left() + cursor.position() - start) {
                return;
            }
            cursor.moveTo(start + length);
        }
    }

    private static void old(Cursor cursor) throws IOException {
        if (cursor.left() >= PLACEABLE_BYTES && cursor.u32le() == PLACEABLE) {
            cursor.moveTo(PLACEABLE_BYTES);
        } else {
            cursor.moveTo(0);
        }
        if (cursor.left() < 4) {
            return;
        }
        long header = cursor.position();
        cursor.skip(2);
        cursor.moveTo(Math.min(header + 2L * cursor.u16le(), cursor.position() + cursor.left()));
        while (cursor.left() >= WMF_ORDER_BYTES) {
            long start = cursor.position();
            long length = 2 * cursor.u32le();
            if (cursor.u16le() == ESCAPE && cursor.left() >= 2) {
                refuse(cursor.u16le());
            }
            if (length < WMF_ORDER_BYTES || length > cursor.left() + cursor.position() - start) {
                return;
            }
            cursor.moveTo(start + length);
        }
    }

    private static void refuse(long escape) {
        if (escape == SET_ABORT_PROCEDURE) {
            throw new Refusal(Rule.RUNNING_ACTION).naming("SETABORTPROC");
        }
    }
}

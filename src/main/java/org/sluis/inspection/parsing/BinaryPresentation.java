package org.sluis.inspection.parsing;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.InflaterInputStream;

/**
 * The records of a presentation of PowerPoint 97 to 2003 ([MS-PPT]): macros and objects lie in the stream itself, and a shape
 * may start a program.
 */
final class BinaryPresentation {

    private static final int CONTAINER = 0xf;
    private static final int MACROS = 0x0400;
    private static final int ACTION = 0x0ff3;
    private static final int OBJECT = 0x1011;
    private static final int COMPRESSED = 1;
    private static final int RUN_MACRO = 1;
    private static final int RUN_PROGRAM = 2;
    private static final int RUN_VERB = 5;
    private static final int HEADER_BYTES = 8;
    private static final int ENCRYPTED_MARK_AT = 12;
    private static final long ENCRYPTED = 0xf3d1c4dfL;

    private final Examination examination;
    private final int depth;

    BinaryPresentation(Examination examination, int depth) {
        this.examination = examination;
        this.depth = depth;
    }

    /** The stream {@code Current User}, which says whether the presentation has a password. */
    static void checkUser(Bytes stream) throws IOException {
        if (stream.size() >= ENCRYPTED_MARK_AT + 4) {
            long mark = new Cursor(stream, 0).skip(ENCRYPTED_MARK_AT).u32le();
            Refusal.unless(mark != ENCRYPTED, Rule.PASSWORD);
        }
    }

    /** Containers are entered, so that each record is seen one after the other. */
    void check(Bytes stream) throws IOException {
        Cursor cursor = new Cursor(stream, 0);
        while (cursor.left() >= HEADER_BYTES) {
            int kind = cursor.u16le();
            int type = cursor.u16le();
            long length = cursor.u32le();
            if ((kind & CONTAINER) != CONTAINER) {
                Refusal.unlessReadable(length <= cursor.left());
                record(type, kind >> 4, stream.slice(cursor.position(), length));
                cursor.skip(length);
            }
        }
    }

    private void record(int type, int instance, Bytes content) throws IOException {
        if (type == MACROS && content.size() >= 8) {
            Refusal.unless(new Cursor(content, 0).skip(4).u32le() == 0, Rule.MACRO);
        } else if (type == ACTION && content.size() > 8) {
            int action = new Cursor(content, 0).skip(8).u8();
            Refusal.unless(action != RUN_MACRO && action != RUN_PROGRAM && action != RUN_VERB, Rule.RUNNING_ACTION);
        } else if (type == OBJECT) {
            object(instance == COMPRESSED, content);
        }
    }

    private void object(boolean compressed, Bytes content) throws IOException {
        if (!compressed) {
            member(content.stream(), content.size());
            return;
        }
        Bytes packed = content.slice(4, content.size() - 4);
        Expansion expansion = () -> new InflaterInputStream(packed.stream());
        long size = expansion.size(examination.meter());
        try (InputStream expanding = expansion.open()) {
            member(expanding, size);
        }
    }

    private void member(InputStream content, long size) throws IOException {
        examination.member(content, size, "object", depth, OleObject.INSIDE);
    }
}

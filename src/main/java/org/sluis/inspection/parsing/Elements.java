package org.sluis.inspection.parsing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The elements of EBML (RFC 8794), one after the other; where one is a container, the next is its first child. */
final class Elements {

    private static final long UNKNOWN_LENGTH = -1;
    private static final int MOST_TEXT = 4096;
    private static final int MOST_BYTES_OF_NUMBER = 8;
    private static final int MOST_BYTES_OF_ID = 4;

    private final Bytes bytes;
    private final Cursor cursor;
    private long start;
    private long value;
    private long id;
    private long content;
    private long end;
    private boolean open;

    Elements(Bytes bytes, long start) {
        this.bytes = bytes;
        this.cursor = new Cursor(bytes, start);
    }

    /** Goes to the next one; none where these bytes are no element. */
    boolean next() throws IOException {
        start = cursor.position();
        if (!number(true, MOST_BYTES_OF_ID)) {
            return false;
        }
        id = value;
        if (!number(false, MOST_BYTES_OF_NUMBER)) {
            return false;
        }
        content = cursor.position();
        open = value == UNKNOWN_LENGTH;
        end = open ? bytes.size() : content + value;
        return true;
    }

    /** A number of variable length; as an identifier it keeps its marker bit. */
    private boolean number(boolean identifier, int most) throws IOException {
        if (cursor.atEnd()) {
            return false;
        }
        int first = cursor.u8();
        int extra = Integer.numberOfLeadingZeros(first) - 24;
        if (extra >= most || cursor.left() < extra) {
            return false;
        }
        value = identifier ? first : first & (0x7f >> extra);
        for (int index = 0; index < extra; index++) {
            value = (value << 8) | cursor.u8();
        }
        if (!identifier && value == (1L << (7 * (extra + 1))) - 1) {
            value = UNKNOWN_LENGTH;
        }
        return true;
    }

    long id() {
        return id;
    }

    long start() {
        return start;
    }

    long content() {
        return content;
    }

    long end() {
        return end;
    }

    /** Whether it does not say how long it is. */
    boolean isOpen() {
        return open;
    }

    /** Whether it says how long it is, and the file is long enough. */
    boolean fits() {
        return !open && end <= bytes.size();
    }

    long position() {
        return cursor.position();
    }

    boolean atEnd() {
        return cursor.atEnd();
    }

    /** Goes to where it ends. */
    void leave() {
        cursor.moveTo(end);
    }

    /** Goes back to where it, or what was none, begins. */
    void back() {
        cursor.moveTo(start);
    }

    void moveToEnd() {
        cursor.moveTo(bytes.size());
    }

    /** Its content. */
    Bytes bytes() {
        return bytes.slice(content, end - content);
    }

    /** Its content as text, up to the first zero. */
    String text() throws IOException {
        String text = new String(bytes().upTo(0, MOST_TEXT), StandardCharsets.UTF_8);
        int zero = text.indexOf(0);
        return zero < 0 ? text : text.substring(0, zero);
    }
}

package org.sluis.inspection.parsing;

import java.io.IOException;

/**
 * Ogg (RFC 3533): pages follow each other from the first byte to the last, of which only the last may be cut short. What
 * is in them is said by the packet that begins each stream.
 */
final class OggPages implements Structure {

    private static final int HEADER_BYTES = 27;
    private static final String FILM = "video/ogg";

    @Override
    public void check(Bytes bytes) throws IOException {
        Cursor cursor = new Cursor(bytes, 0);
        while (!cursor.atEnd()) {
            long start = cursor.position();
            if (!Magic.starts(bytes.upTo(start, 5), "OggS\0")) {
                Refusal.unlessReadable(start > 0);
                Trailer.mustBePadding(bytes, start);
                return;
            }
            if (cursor.left() < HEADER_BYTES) {
                return;
            }
            int segments = cursor.skip(HEADER_BYTES - 1L).u8();
            if (cursor.left() < segments) {
                return;
            }
            long length = 0;
            for (int segment = 0; segment < segments; segment++) {
                length += cursor.u8();
            }
            cursor.skip(Math.min(length, cursor.left()));
        }
    }

    /** By the first packets of the streams that begin the file: film where one of them is pictures. */
    static String type(byte[] head) {
        int page = 0;
        while (Magic.at(head, page, "OggS\0") && head.length - page > HEADER_BYTES) {
            int segments = head[page + HEADER_BYTES - 1] & 0xff;
            int packet = page + HEADER_BYTES + segments;
            boolean begins = (head[page + 5] & 2) != 0;
            if (!begins) {
                return MediaTypes.OGG;
            }
            if (Magic.at(head, packet, "\u0080theora")
                    || Magic.at(head, packet, "BBCD\0")
                    || Magic.at(head, packet, "\1video")) {
                return FILM;
            }
            int length = 0;
            for (int at = page + HEADER_BYTES; at < Math.min(packet, head.length); at++) {
                length += head[at] & 0xff;
            }
            page = packet + length;
        }
        return MediaTypes.OGG;
    }
}

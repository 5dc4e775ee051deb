package org.sluis.inspection.parsing;

import java.io.IOException;

/** Ogg (RFC 3533): a page at the start, and a page that ends where the file ends. */
final class OggPages implements Structure {

    private static final int HEADER_BYTES = 27;
    private static final int MAX_PAGE_BYTES = 65_307;

    @Override
    public void check(Bytes bytes) throws IOException {
        if (end(bytes, 0) > bytes.size()) {
            throw new Refusal(Rule.DAMAGED);
        }
        int length = (int) Math.min(bytes.size(), MAX_PAGE_BYTES);
        long start = bytes.size() - length;
        byte[] tail = bytes.upTo(start, length);
        for (int at = 0; at <= tail.length - HEADER_BYTES; at++) {
            if (Magic.at(tail, at, "OggS") && end(bytes, start + at) == bytes.size()) {
                return;
            }
        }
        throw new Refusal(Rule.TRAILING_DATA);
    }

    private static long end(Bytes bytes, long page) throws IOException {
        byte[] header = bytes.exactly(page, HEADER_BYTES);
        if (!Magic.starts(header, "OggS\0")) {
            return Long.MAX_VALUE;
        }
        int segments = header[HEADER_BYTES - 1] & 0xff;
        long end = page + HEADER_BYTES + segments;
        for (byte lacing : bytes.upTo(page + HEADER_BYTES, segments)) {
            end += lacing & 0xff;
        }
        return end;
    }
}

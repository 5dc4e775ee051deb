package org.sluis.inspection;

import java.nio.charset.StandardCharsets;

/** Tells WebM from other Matroska files: the EBML header names the document type (RFC 8794, RFC 9559). */
final class Matroska {

    private static final int HEADER_BYTES = 64;

    private Matroska() {}

    static boolean isWebm(byte[] head) {
        int length = Math.min(head.length, HEADER_BYTES);
        return new String(head, 0, length, StandardCharsets.ISO_8859_1).contains("webm");
    }
}

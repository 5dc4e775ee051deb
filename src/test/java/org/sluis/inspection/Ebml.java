package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/** Builds elements of EBML, and with them Matroska and WebM. */
final class Ebml {

    static final String SEGMENT = "18538067";
    static final String CLUSTER = "1f43b675";
    static final String BLOCK = "a3";
    static final String VOID = "ec";
    private static final String UNKNOWN_LENGTH = "01ffffffffffffff";

    private Ebml() {}

    static byte[] header(String kind) {
        return element("1a45dfa3", element("4282", kind));
    }

    static byte[] element(String id, byte[]... content) {
        byte[] bytes = Archive.joined(content);
        byte[] length = ByteBuffer.allocate(4).putInt(0x10000000 | bytes.length).array();
        return Archive.joined(HexFormat.of().parseHex(id), length, bytes);
    }

    static byte[] element(String id, String content) {
        return element(id, content.getBytes(ISO_8859_1));
    }

    /** One whose length nobody knew when it was begun. */
    static byte[] open(String id, byte[]... content) {
        return Archive.joined(HexFormat.of().parseHex(id + UNKNOWN_LENGTH), Archive.joined(content));
    }

    static byte[] attachment(String name, byte[] content) {
        return element("1941a469", element("61a7", element("466e", name), element("465c", content)));
    }
}

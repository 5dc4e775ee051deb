package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;

/** Builds films, sounds and pictures of the ISO base media format. */
final class Boxes {

    private static final String SAMPLES = "twenty-eight days";

    private Boxes() {}

    static byte[] box(String type, byte[]... content) {
        byte[] bytes = Archive.joined(content);
        return ByteBuffer.allocate(8 + bytes.length)
                .putInt(8 + bytes.length)
                .put(type.getBytes(ISO_8859_1))
                .put(bytes)
                .array();
    }

    static byte[] box(String type, String content) {
        return box(type, content.getBytes(ISO_8859_1));
    }

    static byte[] brand(String brand, String... others) {
        return box("ftyp", brand + "\0\0\0\0" + brand + String.join("", others));
    }

    /** @param kind of the track: {@code vide} or {@code soun} */
    static byte[] movie(String kind) {
        return movie(kind, reference("url ", 1, ""));
    }

    static byte[] movie(String kind, byte[] reference) {
        byte[] handler = box("hdlr", "\0\0\0\0\0\0\0\0" + kind + "\0".repeat(13));
        byte[] references = box("dref", new byte[] {0, 0, 0, 0, 0, 0, 0, 1}, reference);
        return box("moov", box("trak", box("mdia", handler, box("minf", box("dinf", references)))));
    }

    /** Where the samples of a track are. */
    static byte[] reference(String type, int flags, String address) {
        return box(type, new byte[] {0, 0, 0, (byte) flags}, address.getBytes(ISO_8859_1));
    }

    static byte[] samples() {
        return box("mdat", SAMPLES);
    }

    static byte[] film(String brand) {
        return Archive.joined(brand(brand), movie("vide"), samples());
    }

    static byte[] sound(String brand) {
        return Archive.joined(brand(brand), movie("soun"), samples());
    }

    static byte[] picture(String brand, String... others) {
        byte[] handler = box("hdlr", "\0\0\0\0\0\0\0\0pict" + "\0".repeat(13));
        return Archive.joined(brand(brand, others), box("meta", new byte[4], handler), samples());
    }
}

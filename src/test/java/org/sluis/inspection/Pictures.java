package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** Small pictures that Java itself writes, and ways to add to them. */
final class Pictures {

    private static final int AFTER_START_OF_IMAGE = 2;

    private Pictures() {}

    static byte[] of(String format) {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (int pixel = 0; pixel < 1_200; pixel++) {
            image.setRGB(pixel % 40, pixel / 40, pixel * 7919);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(image, format, bytes)) {
                throw new IllegalArgumentException(format);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static byte[] withComment(byte[] jpeg, String comment) {
        return withSegment(jpeg, 0xfe, comment.getBytes(ISO_8859_1));
    }

    /** With one more segment, the first. */
    static byte[] withSegment(byte[] jpeg, int marker, byte[] content) {
        byte[] segment = ByteBuffer.allocate(content.length + 4)
                .put((byte) 0xff)
                .put((byte) marker)
                .putShort((short) (content.length + 2))
                .put(content)
                .array();
        return inserted(jpeg, AFTER_START_OF_IMAGE, segment);
    }

    static byte[] inserted(byte[] bytes, int position, byte[] more) {
        return Archive.joined(Arrays.copyOf(bytes, position), more, Arrays.copyOfRange(bytes, position, bytes.length));
    }
}

package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Small pictures that Java itself writes, and ways to add to them. */
final class Pictures {

    private static final int AFTER_START_OF_IMAGE = 2;

    private static final String WEBP =
            "UklGRmIAAABXRUJQVlA4IFYAAAAwBACdASpAADAAPxGAt1OsKKWiqqgBgCIJYwDPGqB+KoBXPhs9sxJi+AAA/ubO31"
                    + "3Zbta3/8s+8o2u5NLr1PL/+Wfn9F3j3uIMrcF8mzW3PvQJF7vAAA==";
    private static final String LOSSLESS_WEBP =
            "UklGRggCAABXRUJQVlA4WAoAAAAgAAAAPwAALwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAA"
                    + "EAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAA"
                    + "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKA"
                    + "AAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0"
                    + "AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWi"
                    + "AAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQA"
                    + "AAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbA"
                    + "BlACAASQBuAGMALgAgADIAMAAxADZWUDhMGgAAAC8/wAsADxDzv//zHw7Egsn8pVPojOh/VMF2";

    private Pictures() {}

    /** 64 by 48, red on the left and blue on the right. */
    static byte[] webp() {
        return Base64.getDecoder().decode(WEBP);
    }

    /** The same without a loss, and with a profile of its colours. */
    static byte[] losslessWebp() {
        return Base64.getDecoder().decode(LOSSLESS_WEBP);
    }

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

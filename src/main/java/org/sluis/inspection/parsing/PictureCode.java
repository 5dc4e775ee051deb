package org.sluis.inspection.parsing;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A picture for browsers: as PNG, and as JPEG where that would be large. */
final class PictureCode {

    private static final int LARGE_BYTES = 1 << 20;

    private PictureCode() {}

    static byte[] of(BufferedImage picture) throws IOException {
        byte[] exact = written(picture, "png");
        return exact.length > LARGE_BYTES ? written(picture, "jpeg") : exact;
    }

    private static byte[] written(BufferedImage picture, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (!ImageIO.write(picture, format, bytes)) {
            throw new IOException("no " + format + " can be written");
        }
        return bytes.toByteArray();
    }
}

package org.sluis.e2e;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** A PDF as a scanner makes it: one picture a page, of which nothing can be squeezed out. */
public final class ScannedPages {

    private static final int WIDTH = 1240;
    private static final int HEIGHT = 1100;
    private static final int BYTES_PER_LINE = WIDTH * 3;

    private ScannedPages() {}

    /**
     * Writes a PDF of at least {@code bytes}, a page more at most.
     *
     * @param seed what the pictures show: each seed something else
     */
    public static void write(Path target, long bytes, long seed) throws IOException {
        Random pixels = new Random(seed);
        int height = (int) Math.min(HEIGHT, bytes / BYTES_PER_LINE + 1);
        try (PDDocument document = new PDDocument()) {
            for (long written = 0; written < bytes; written += (long) height * BYTES_PER_LINE) {
                byte[] picture = new byte[height * BYTES_PER_LINE];
                pixels.nextBytes(picture);
                addPage(document, picture, height);
            }
            document.save(target.toFile());
        }
    }

    private static void addPage(PDDocument document, byte[] picture, int height) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        PDImageXObject image = new PDImageXObject(
                document, new ByteArrayInputStream(picture), null, WIDTH, height, 8, PDDeviceRGB.INSTANCE);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawImage(image, 0, 0, PDRectangle.A4.getWidth(), PDRectangle.A4.getHeight());
        }
    }
}

package org.sluis.bench;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.sluis.e2e.ScannedPages;

/** Files no scanner has seen before: clamd remembers what it found clean, and would answer the second time at once. */
final class Samples {

    /** What is sent, by what the bytes are like. */
    enum Kind {
        RANDOM("tiff"),
        PDF("pdf"),
        ZIP("zip");

        private final String extension;

        Kind(String extension) {
            this.extension = extension;
        }
    }

    private static final int PICTURE_WIDTH = 4_000;
    private static final int ZIP_MEMBERS = 24;

    private final Path directory;
    private final AtomicLong seeds = new AtomicLong(System.nanoTime());

    Samples(Path directory) {
        this.directory = directory;
    }

    Path make(Kind kind, long bytes) throws IOException {
        Path file = directory.resolve("sample-" + seeds.get() + '.' + kind.extension);
        switch (kind) {
            case RANDOM -> picture(file, bytes);
            case PDF -> ScannedPages.write(file, bytes, seeds.getAndIncrement());
            case ZIP -> archive(file, bytes);
        }
        return file;
    }

    /** Pixels as they are, without any compression. */
    private void picture(Path file, long bytes) throws IOException {
        int height = (int) (bytes / 3 / PICTURE_WIDTH);
        BufferedImage picture = new BufferedImage(PICTURE_WIDTH, height, BufferedImage.TYPE_3BYTE_BGR);
        new Random(seeds.getAndIncrement())
                .nextBytes(((DataBufferByte) picture.getRaster().getDataBuffer()).getData());
        ImageIO.write(picture, "TIFF", file.toFile());
    }

    /** Reports with scanned pages, as a client packs them. */
    private void archive(Path file, long bytes) throws IOException {
        Path member = directory.resolve("member.pdf");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream archive = new ZipOutputStream(out)) {
            for (int i = 0; i < ZIP_MEMBERS; i++) {
                ScannedPages.write(member, bytes / ZIP_MEMBERS * 9 / 10, seeds.getAndIncrement());
                archive.putNextEntry(new ZipEntry("report-" + i + ".pdf"));
                Files.copy(member, archive);
                archive.closeEntry();
            }
        }
        Files.delete(member);
    }
}

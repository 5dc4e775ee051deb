package org.sluis.inspection.parsing;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.sluis.inspection.parsing.ParentPipe.Order;

/** Shows a part of a file that has passed the gate: what leaves is made here and holds none of the file's own bytes. */
final class Showing {

    private static final byte[] NOTHING = {};

    private final ParentPipe parent;
    private final Budget budget;

    Showing(ParentPipe parent, Budget budget) {
        this.parent = parent;
        this.budget = budget;
    }

    /** @throws Refusal where it cannot be shown, and why */
    void show(Bytes file, Order order, Glance glance) throws IOException {
        String type = order.types().iterator().next();
        try {
            if (glance.part() == Glance.Part.WORDS) {
                words(file, type, glance.width());
                return;
            }
            switch (Shape.of(type)) {
                case PAGES -> pages(file, type, glance);
                case TEXT, TABLE -> text(file, type, glance);
                case NONE -> throw new Refusal(Rule.VARIANT);
            }
        } catch (LinkageError missing) {
            // A library of Java or PDFBox for a rare construct that is not here.
            throw new Refusal(Rule.VARIANT);
        }
    }

    private void pages(Bytes file, String type, Glance glance) throws IOException {
        try (PagedPicture pictures =
                type.equals(MediaTypes.PDF) ? new PdfPicture(file) : new RasterPicture(file, type)) {
            int pages = pictures.pages();
            boolean there = glance.page() >= 1 && glance.page() <= pages;
            parent.shown(pages, false, there ? page(pictures, glance) : NOTHING);
        }
    }

    private static byte[] page(PagedPicture pictures, Glance glance) throws IOException {
        int width = Math.max(1, Math.min(Glance.MOST_WIDTH, glance.width()));
        if (glance.part() == Glance.Part.PICTURE) {
            return PictureCode.of(picture(pictures, glance, width));
        }
        Dimension size = pictures.size(glance.page(), width);
        return (size.width + " " + size.height).getBytes(StandardCharsets.US_ASCII);
    }

    private static BufferedImage picture(PagedPicture pictures, Glance glance, int width) throws IOException {
        BufferedImage picture = pictures.page(glance.page(), width);
        if (!glance.mark().isEmpty()) {
            new Watermark(glance.mark()).over(picture);
        }
        return picture;
    }

    private void text(Bytes file, String type, Glance glance) throws IOException {
        if (glance.part() != Glance.Part.TEXT) {
            // A first look at it: whoever has not looked at a file can say nothing of it.
            file.upTo(0, 1);
            parent.shown(1, false, NOTHING);
            return;
        }
        TextShown shown = Shape.isOffice(type) ? OfficeWords.of(file, type, budget) : plain(file, type);
        parent.shown(1, shown.more(), shown.text().getBytes(StandardCharsets.UTF_8));
    }

    private void words(Bytes file, String type, int most) throws IOException {
        String text = ReadableText.of(file, type, new Meter(budget, file.size()), most);
        parent.shown(1, false, text.getBytes(StandardCharsets.UTF_8));
    }

    private static TextShown plain(Bytes file, String type) throws IOException {
        TextShown text = TextShown.of(file);
        return Shape.of(type) == Shape.TABLE ? TableRows.of(text, type.equals(MediaTypes.TSV)) : text;
    }
}

package org.sluis.inspection.parsing;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;

/** A file that can be seen page by page. */
interface PagedPicture extends Closeable {

    int pages() throws IOException;

    /**
     * @param number from 1
     * @param width in pixels; what is very high comes narrower
     * @return opaque, and of that width or narrower
     * @throws Refusal where the page cannot be drawn
     */
    BufferedImage page(int number, int width) throws IOException;

    /** How large that picture is. */
    Dimension size(int number, int width) throws IOException;

    /** By how much something of this size is made larger or smaller to be that wide and not too high. */
    static double scale(double width, double height, int wanted) {
        Refusal.unlessReadable(width > 0 && height > 0 && Double.isFinite(width) && Double.isFinite(height));
        return Math.min(wanted / width, Glance.MOST_HEIGHT / height);
    }
}

package org.sluis.inspection.parsing;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;

/** Pictures as the Java platform reads them. Large ones are read thinned out, so that what counts is the size they are shown at. */
final class RasterPicture implements PagedPicture {

    private static final int MOST_PAGES = 2_000;

    static {
        ImageIO.setUseCache(false);
    }

    private final ImageReader reader;
    private final Orientation orientation;
    private final boolean several;

    RasterPicture(Bytes file, String type) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type);
        Refusal.unless(readers.hasNext(), Rule.VARIANT);
        reader = readers.next();
        reader.setInput(new BytesPicture(file));
        orientation = Orientation.of(file);
        several = type.equals(MediaTypes.TIFF);
    }

    @Override
    public int pages() throws IOException {
        return several ? Math.min(MOST_PAGES, reader.getNumImages(true)) : 1;
    }

    @Override
    public BufferedImage page(int number, int width) throws IOException {
        int index = number - 1;
        Dimension size = sized(index, width);
        int wide = orientation.isTurned() ? size.height : size.width;
        ImageReadParam thinned = reader.getDefaultReadParam();
        int step = Math.max(1, (reader.getWidth(index) + 2 * wide - 1) / (2 * wide));
        thinned.setSourceSubsampling(step, step, 0, 0);
        return scaled(orientation.upright(reader.read(index, thinned)), size);
    }

    @Override
    public Dimension size(int number, int width) throws IOException {
        return sized(number - 1, width);
    }

    /** A picture that is smaller than it is asked for stays as it is. */
    private Dimension sized(int index, int width) throws IOException {
        int wide = orientation.isTurned() ? reader.getHeight(index) : reader.getWidth(index);
        int high = orientation.isTurned() ? reader.getWidth(index) : reader.getHeight(index);
        double scale = Math.min(1, PagedPicture.scale(wide, high, width));
        return new Dimension((int) Math.max(1, wide * scale), (int) Math.max(1, high * scale));
    }

    private static BufferedImage scaled(BufferedImage read, Dimension size) {
        BufferedImage shown = new BufferedImage(size.width, size.height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = shown.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(read, 0, 0, size.width, size.height, Color.WHITE, null);
        graphics.dispose();
        return shown;
    }

    @Override
    public void close() {
        reader.dispose();
    }
}

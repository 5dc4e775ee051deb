package org.sluis.inspection.parsing;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TrueTypeFont;

/** Words across a picture, again and again, so that no part of it is without. Drawn as lines: no font of the system is asked. */
final class Watermark {

    private static final double SLOPE = Math.toRadians(-24);
    private static final int LETTERS_ACROSS = 34;
    private static final double LEAST_LETTER = 9;
    private static final int LINES_APART = 7;
    private static final Color DARK = new Color(60, 60, 60, 62);
    private static final Color LIGHT = new Color(255, 255, 255, 62);

    private final Path2D words = new Path2D.Double();

    Watermark(String text) throws IOException {
        TrueTypeFont font = OneFont.font();
        CmapLookup letters = font.getUnicodeCmapLookup();
        double unit = 1.0 / font.getUnitsPerEm();
        double at = 0;
        for (int letter : text.codePoints().toArray()) {
            int glyph = letters.getGlyphId(letter);
            AffineTransform place = AffineTransform.getTranslateInstance(at, 0);
            place.scale(unit, -unit);
            words.append(font.getGlyph().getGlyph(glyph).getPath().getPathIterator(place), false);
            at += font.getAdvanceWidth(glyph) * unit;
        }
    }

    /** Dark with a light edge, to be read on anything. */
    void over(BufferedImage picture) {
        Rectangle2D size = words.getBounds2D();
        if (size.isEmpty()) {
            return;
        }
        double letter = Math.max(LEAST_LETTER, (double) picture.getWidth() / LETTERS_ACROSS);
        double across = (size.getWidth() + 2) * letter;
        double down = LINES_APART * letter;
        double reach = Math.hypot(picture.getWidth(), picture.getHeight());
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.rotate(SLOPE, picture.getWidth() / 2.0, picture.getHeight() / 2.0);
        int line = 0;
        for (double y = picture.getHeight() / 2.0 - reach / 2; y < picture.getHeight() / 2.0 + reach / 2; y += down) {
            double shift = line++ % 2 == 0 ? 0 : across / 2;
            double start = picture.getWidth() / 2.0 - reach / 2 - shift;
            for (double x = start; x < picture.getWidth() / 2.0 + reach / 2; x += across) {
                draw(graphics, x, y, letter);
            }
        }
        graphics.dispose();
    }

    private void draw(Graphics2D graphics, double x, double y, double letter) {
        AffineTransform place = AffineTransform.getTranslateInstance(x, y);
        place.scale(letter, letter);
        Shape placed = words.createTransformedShape(place);
        graphics.setColor(LIGHT);
        graphics.draw(placed);
        graphics.setColor(DARK);
        graphics.fill(placed);
    }
}

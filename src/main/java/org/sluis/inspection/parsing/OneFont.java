package org.sluis.inspection.parsing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * The font for all letters whose own font a document does not bring along: the one that PDFBox brings. So pages look the same
 * on every machine, and no child looks through the fonts of the system or leaves a list of them for the next one.
 */
final class OneFont implements FontMapper {

    private static final String PLACE = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    /** Read when it is first asked for. */
    private static final class Held {

        static final TrueTypeFont FONT = read();

        private static TrueTypeFont read() {
            try (InputStream font = Objects.requireNonNull(FontMapper.class.getResourceAsStream(PLACE))) {
                return new TTFParser().parse(new RandomAccessReadBuffer(font));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }

    static TrueTypeFont font() {
        return Held.FONT;
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(@Nullable String name, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(font(), true);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(@Nullable String name, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(font(), true);
    }

    @Override
    @SuppressWarnings("NullAway") // PDFBox: null where the font is none of character identifiers
    public CIDFontMapping getCIDFont(
            @Nullable String name, @Nullable PDFontDescriptor descriptor, @Nullable PDCIDSystemInfo characters) {
        return new CIDFontMapping(null, font(), true);
    }
}

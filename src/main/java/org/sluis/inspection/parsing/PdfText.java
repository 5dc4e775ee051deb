package org.sluis.inspection.parsing;

import java.io.IOException;
import java.io.Writer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.text.PDFTextStripper;

/** The text of a PDF document, page by page, until there is enough of it. */
final class PdfText {

    static {
        FontMappers.set(new OneFont());
    }

    private PdfText() {}

    static String of(Bytes file, int most) throws IOException {
        Bounded text = new Bounded(most);
        try (PDDocument document = Loader.loadPDF(new PdfBytes(file))) {
            new PDFTextStripper().writeText(document, text);
        } catch (Enough reached) {
            // The rest is not read.
        }
        return text.taken.toString();
    }

    private static final class Enough extends IOException {
        private static final long serialVersionUID = 1;
    }

    /** Takes no more than it has room for. */
    private static final class Bounded extends Writer {

        private final StringBuilder taken = new StringBuilder();
        private final int most;

        Bounded(int most) {
            this.most = most;
        }

        @Override
        public void write(char[] source, int offset, int length) throws IOException {
            taken.append(source, offset, length);
            if (taken.length() >= most) {
                throw new Enough();
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}

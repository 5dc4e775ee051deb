package org.sluis.inspection.parsing;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.jspecify.annotations.Nullable;

/**
 * Sends what is enciphered in a PDF document to the scanner in plain: every stream, expanded but for the pixels of pictures,
 * and every text. Small ones go together, for a document has thousands.
 */
final class PdfPlainStreams {

    private static final int SMALL_BYTES = 64 * 1024;
    private static final int BUNDLE_BYTES = 1024 * 1024;
    private static final byte[] BETWEEN = {'\n', 0, '\n'};
    private static final List<String> PIXELS = List.of(
            COSName.DCT_DECODE.getName(),
            COSName.JPX_DECODE.getName(),
            COSName.CCITTFAX_DECODE.getName(),
            COSName.JBIG2_DECODE.getName());

    private final Examination examination;
    private final int depth;
    private final ByteArrayOutputStream bundle = new ByteArrayOutputStream();
    private int sent;

    PdfPlainStreams(Examination examination, int depth) {
        this.examination = examination;
        this.depth = depth;
    }

    /** An object of the document, with all that lies directly in it. */
    void add(@Nullable COSBase value) throws IOException {
        if (value instanceof COSString text) {
            small(text.getBytes(), text.getBytes().length);
        } else if (value instanceof COSArray array) {
            for (COSBase item : array) {
                add(item);
            }
        } else if (value instanceof COSDictionary dictionary) {
            for (COSName key : dictionary.keySet()) {
                add(dictionary.getItem(key));
            }
            if (dictionary instanceof COSStream stream) {
                stream(stream);
            }
        }
    }

    /** Sends what is left. */
    void finish() throws IOException {
        if (bundle.size() > 0) {
            byte[] bytes = bundle.toByteArray();
            bundle.reset();
            examination.plain(new ByteArrayInputStream(bytes), bytes.length, "streams-" + ++sent, depth);
        }
    }

    private void stream(COSStream stream) throws IOException {
        if (!whole(() -> expanding(stream))) {
            // Damaged or of a filter nobody knows: as it is.
            whole(stream::createRawInputStream);
        }
    }

    private boolean whole(Content content) throws IOException {
        byte[] small;
        long size;
        try (InputStream in = content.open()) {
            small = in.readNBytes(SMALL_BYTES);
            size = small.length;
            byte[] piece = new byte[SMALL_BYTES];
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                size += read;
                examination.meter().announced(0, size);
            }
        } catch (IOException damaged) {
            return false;
        }
        if (size <= SMALL_BYTES) {
            small(small, small.length);
            return true;
        }
        try (InputStream in = content.open()) {
            examination.plain(in, size, "stream-" + ++sent, depth);
        }
        return true;
    }

    private void small(byte[] bytes, int length) throws IOException {
        bundle.write(bytes, 0, length);
        bundle.write(BETWEEN);
        if (bundle.size() >= BUNDLE_BYTES) {
            finish();
        }
    }

    private static InputStream expanding(COSStream stream) throws IOException {
        if (COSName.IMAGE.equals(stream.getDictionaryObject(COSName.SUBTYPE)) || stream.getFilters() == null) {
            return stream.createRawInputStream();
        }
        // Predictors are left as they are, so that nothing has to be held in memory.
        return COSName.FLATE_DECODE.equals(stream.getFilters())
                ? new InflaterInputStream(stream.createRawInputStream())
                : new PDStream(stream).createInputStream(PIXELS);
    }

    private interface Content {
        InputStream open() throws IOException;
    }
}

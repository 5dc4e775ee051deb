package org.sluis.inspection.parsing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.InflaterInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * PDF (ISO 32000-2). From its first byte to its end mark, readable without a password, and every object in it, reachable or
 * not, free of what runs. Attached files go their own way to the scanner.
 */
final class PdfDocument implements Format {

    private static final int MAX_OBJECTS = 2_000_000;
    private static final int TAIL_BYTES = 64 * 1024;
    private static final String END = "%%EOF";

    private final Examination examination;

    PdfDocument(Examination examination) {
        this.examination = examination;
    }

    @Override
    public void check(Specimen specimen) throws IOException {
        Bytes bytes = specimen.source().bytes();
        if (!Magic.starts(specimen.head(), "%PDF-") || Magic.hasMarkup(specimen.head())) {
            throw new Refusal(Rule.TWO_FORMATS);
        }
        checkEnd(bytes);
        if (SingleReading.hasZip(bytes)) {
            throw new Refusal(Rule.TWO_FORMATS);
        }
        try (PDDocument document = Loader.loadPDF(new PdfBytes(bytes))) {
            check(document.getDocument(), specimen.depth());
        } catch (InvalidPasswordException | LinkageError locked) {
            // For keys of persons PDFBox wants a library that is not here.
            throw new Refusal(Rule.PASSWORD);
        }
    }

    private static void checkEnd(Bytes bytes) throws IOException {
        long start = Math.max(0, bytes.size() - TAIL_BYTES);
        String tail = new String(bytes.upTo(start, TAIL_BYTES), StandardCharsets.ISO_8859_1);
        int end = tail.lastIndexOf(END);
        if (end < 0) {
            throw new Refusal(Rule.DAMAGED);
        }
        String rest = tail.substring(end + END.length());
        if (rest.chars().anyMatch(letter -> letter > ' ' || letter == 0x1b)) {
            throw new Refusal(Rule.TWO_FORMATS);
        }
    }

    private void check(COSDocument document, int depth) throws IOException {
        if (document.getXrefTable().size() > MAX_OBJECTS) {
            throw new Refusal(Rule.STRUCTURE_SIZE);
        }
        boolean encrypted = document.isEncrypted();
        PdfRules rules = new PdfRules();
        rules.check(document.getTrailer());
        for (COSObjectKey key : document.getXrefTable().keySet()) {
            COSObject object = document.getObjectFromPool(key);
            COSBase content = object.getObject();
            rules.check(content);
            if (encrypted && content instanceof COSStream stream && !rules.needs(stream)) {
                // A deciphered stream is a copy in memory; nobody asks for this one again.
                stream.close();
            }
        }
        for (Map.Entry<COSStream, String> attached : rules.attachments().entrySet()) {
            attachment(attached.getKey(), attached.getValue(), depth + 1);
        }
    }

    private void attachment(COSStream stream, String name, int depth) throws IOException {
        long size = 0;
        try (InputStream counted = expanding(stream)) {
            byte[] piece = new byte[Bytes.STREAM_BUFFER];
            for (int read = counted.read(piece); read >= 0; read = counted.read(piece)) {
                size += read;
                examination.meter().announced(0, size);
            }
        }
        try (InputStream content = expanding(stream)) {
            examination.member(content, size, name, depth, Expectation.attachment());
        }
    }

    private static InputStream expanding(COSStream stream) throws IOException {
        COSBase filters = stream.getFilters();
        if (filters == null) {
            return stream.createRawInputStream();
        }
        boolean plainFlate = COSName.FLATE_DECODE.equals(filters)
                && stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP) == null;
        return plainFlate ? new InflaterInputStream(stream.createRawInputStream()) : stream.createInputStream();
    }
}

package org.sluis.inspection.parsing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
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
 * not, free of what runs. Attached files go their own way to the scanner; where the document is locked all else does too.
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
        int start = Magic.pdfStart(specimen.head());
        if (start < 0 || Magic.hasMarkup(specimen.head()) || SingleReading.hasZip(bytes)) {
            throw new Refusal(Rule.TWO_FORMATS);
        }
        checkEnd(bytes);
        check(bytes, specimen.depth());
        if (start > 0) {
            // Some programs count positions from the mark, some from the first byte: both documents must be harmless.
            check(bytes.slice(start, bytes.size() - start), specimen.depth());
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
            throw new Refusal(Rule.TRAILING_DATA);
        }
    }

    private void check(Bytes bytes, int depth) throws IOException {
        try {
            boolean complete;
            boolean locked;
            try (PDDocument document = Loader.loadPDF(new PdfBytes(bytes))) {
                check(document, depth);
                complete = isComplete(document.getDocument(), bytes);
                locked = document.isEncrypted();
            }
            if (!complete) {
                checkUnlisted(bytes, depth, locked);
            }
        } catch (InvalidPasswordException locked) {
            throw new Refusal(Rule.PASSWORD);
        } catch (LinkageError forPersons) {
            // For keys of persons PDFBox wants a library that is not here.
            throw new Refusal(Rule.RECIPIENT_KEYS);
        }
    }

    /** A reader that finds the table damaged sees more than it lists. */
    private void checkUnlisted(Bytes bytes, int depth, boolean locked) throws IOException {
        try (PDDocument document = Loader.loadPDF(new PdfBytes(locked ? bytes : new PdfRebuilt(bytes)))) {
            if (locked) {
                // Without its table the key is not found, so what it does not list is added to it.
                list(PdfMarks.in(bytes), document.getDocument());
            }
            check(document, depth);
        }
    }

    private static void list(Map<COSObjectKey, Long> marks, COSDocument document) throws IOException {
        Set<Long> listed = new HashSet<>(document.getXrefTable().values());
        for (Map.Entry<COSObjectKey, Long> mark : marks.entrySet()) {
            if (listed.contains(mark.getValue())) {
                continue;
            }
            COSObject object = document.getObjectFromPool(mark.getKey());
            Refusal.unlessReadable(!object.isDereferenced());
            document.getXrefTable().put(mark.getKey(), mark.getValue());
            boolean ofObjects = object.getObject() instanceof COSStream stream
                    && COSName.OBJ_STM.equals(stream.getDictionaryObject(COSName.TYPE));
            Refusal.unlessReadable(!ofObjects);
        }
    }

    /** Whether the table lists the last of all objects that lie in the bytes under each number. */
    private static boolean isComplete(COSDocument document, Bytes bytes) throws IOException {
        Set<Long> listed = new HashSet<>(document.getXrefTable().values());
        return listed.containsAll(PdfMarks.in(bytes).values());
    }

    private void check(PDDocument pages, int depth) throws IOException {
        COSDocument document = pages.getDocument();
        if (document.getXrefTable().size() > MAX_OBJECTS) {
            throw new Refusal(Rule.STRUCTURE_SIZE);
        }
        boolean locked = document.isEncrypted();
        PdfRules rules = new PdfRules(examination);
        PdfPlainStreams plain = new PdfPlainStreams(examination, depth + 1);
        rules.check(document.getTrailer());
        for (COSObjectKey key : document.getXrefTable().keySet()) {
            COSBase content = document.getObjectFromPool(key).getObject();
            check(content, rules, pages);
            if (locked) {
                plain.add(content);
            }
            if (locked
                    && content instanceof COSStream stream
                    && !rules.attachments().contains(stream)) {
                // A deciphered stream is a copy in memory; nobody asks for this one again.
                stream.close();
            }
        }
        plain.finish();
        for (Map.Entry<COSStream, Set<String>> attached :
                rules.attachments().files().entrySet()) {
            attachment(attached.getKey(), attached.getValue(), depth + 1);
        }
        if (locked) {
            examination.markDeciphered();
        }
    }

    private static void check(COSBase content, PdfRules rules, PDDocument pages) throws IOException {
        try {
            rules.check(content);
        } catch (Refusal refusal) {
            throw PdfPages.leadingTo(content, pages).stream()
                    .mapToObj(refusal::onPage)
                    .findFirst()
                    .orElse(refusal);
        }
    }

    private void attachment(COSStream stream, Set<String> names, int depth) throws IOException {
        for (String name : names) {
            if (Expectation.attachment().runs(new FileName(name))) {
                examination.object(new Refusal(Rule.ATTACHED_PROGRAM).within(name));
            }
            if (new FileName(name).isUnusual()) {
                examination.object(new Refusal(Rule.EXTENSION).naming(name).within(name));
            }
        }
        Iterator<String> first = names.iterator();
        String name = first.hasNext() ? first.next() : "attachment";
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

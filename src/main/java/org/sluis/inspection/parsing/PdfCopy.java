package org.sluis.inspection.parsing;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * A PDF document, written as a new file of the objects that something leads to, without what the gate refuses. A locked one is
 * left alone: its owner forbade changes. So is a form that exists only as XFA: without it a page remains that says so.
 */
final class PdfCopy implements DocumentCopy {

    private static final COSName NEEDS_RENDERING = COSName.getPDFName("NeedsRendering");

    private final Bytes bytes;
    private final Set<String> withoutFiles = new HashSet<>();
    private final Removals files = new Removals();

    PdfCopy(Bytes bytes) {
        this.bytes = bytes;
    }

    @Override
    public boolean leaveOut(Objection objection) {
        Optional<String> path = objection.member();
        if (path.isEmpty() || !Removable.fromPdf(objection) || !withoutFiles.add(path.get())) {
            return false;
        }
        files.add(objection, path);
        return true;
    }

    @Override
    public void write(OutputStream target, Removals removals) throws IOException {
        removals.addAll(files);
        try (PDDocument document = Loader.loadPDF(new PdfBytes(bytes))) {
            Refusal.unless(!document.isEncrypted(), Rule.PASSWORD);
            boolean onlyXfa = document.getDocumentCatalog().getCOSObject().getBoolean(NEEDS_RENDERING, false);
            Refusal.unless(!onlyXfa, Rule.PDF_DYNAMIC_FORM);
            cut(document.getDocument(), removals);
            document.save(target);
        } catch (InvalidPasswordException | LinkageError locked) {
            throw new Refusal(Rule.PASSWORD);
        }
    }

    private void cut(COSDocument document, Removals removals) throws IOException {
        PdfSurgery surgery = new PdfSurgery(removals, withoutFiles);
        surgery.cut(document.getTrailer());
        for (COSObjectKey key : document.getXrefTable().keySet()) {
            surgery.cut(document.getObjectFromPool(key).getObject());
        }
        while (surgery.hasLooseEnds()) {
            surgery.tie(document.getTrailer());
            for (COSObjectKey key : document.getXrefTable().keySet()) {
                surgery.tie(document.getObjectFromPool(key).getObject());
            }
        }
    }
}

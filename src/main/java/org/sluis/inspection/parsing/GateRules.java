package org.sluis.inspection.parsing;

import java.io.IOException;
import java.util.Set;

/** The gate's own rules for whoever makes a copy: one for each question, not yet used, whose notices nobody reads. */
final class GateRules {

    private GateRules() {}

    static XmlRule ofContentTypes() {
        return new ContentTypes();
    }

    static XmlRule ofRelationships() {
        return new Relationships((kind, subject) -> {});
    }

    /** The rules for the parts of an Office Open XML document, each by its name. */
    static OoxmlDocument ofParts(OoxmlPackage parts) {
        return new OoxmlDocument(silent(), parts);
    }

    /** Looks at once at drawings that are packed in an element: whoever asks wants to know of this element. */
    static XmlRule ofPart(OoxmlDocument document, String name, Budget budget) {
        return document.rule(name, letters -> checkPacked(letters, budget));
    }

    private static void checkPacked(String letters, Budget budget) {
        PackedDrawings packed = new PackedDrawings();
        packed.add(letters);
        try {
            packed.examine(new Examination(ParentPipe.silent(), new Meter(budget, letters.length()), Set.of()), 1);
        } catch (IOException unreadable) {
            throw PackedDrawings.unreadable(letters);
        }
    }

    static WordFields ofFields() {
        return new WordFields((kind, subject) -> {});
    }

    /** @throws Refusal where no file of this name may be in an OpenDocument */
    static XmlRule ofOpenDocument(String name) {
        return new OdfDocument(silent()).role(name).markup().get();
    }

    static PdfRules ofPdf() {
        return new PdfRules(silent());
    }

    /** One of nothing. */
    private static Examination silent() {
        return new Examination(ParentPipe.silent(), new Meter(new Budget(0, 0, 0, 1), 0), Set.of());
    }
}

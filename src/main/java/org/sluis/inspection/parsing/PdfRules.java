package org.sluis.inspection.parsing;

import java.io.IOException;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/**
 * What no object of a PDF document may be: a script, an action that leaves the document, media with a player of their own,
 * content fetched from outside. Every object is asked, whether anything leads to it or not.
 */
final class PdfRules {

    private static final Set<String> MEDIA = Set.of("RichMedia", "Movie", "Sound", "Screen", "3D");
    private static final COSName XFA = COSName.getPDFName("XFA");
    private static final COSName OPI = COSName.getPDFName("OPI");
    private static final COSName ON_INSTANTIATE = COSName.getPDFName("OnInstantiate");
    private static final COSName REFERENCE = COSName.getPDFName("Ref");

    private final PdfAttachments attachments = new PdfAttachments();
    private final Examination examination;
    private final PdfActions actions;

    PdfRules(Examination examination) {
        this.examination = examination;
        this.actions = new PdfActions(examination);
    }

    /** The attached files found so far. */
    PdfAttachments attachments() {
        return attachments;
    }

    /** Looks at a value and all that lies directly in it; what it refers to has its own turn. */
    void check(@Nullable COSBase value) throws IOException {
        if (value instanceof COSDictionary dictionary) {
            dictionary(dictionary);
            for (COSName key : dictionary.keySet()) {
                check(dictionary.getItem(key));
            }
        } else if (value instanceof COSArray array) {
            for (COSBase item : array) {
                check(item);
            }
        }
    }

    /** One question after the other: where one rule is lifted the others still stand. */
    private void dictionary(COSDictionary dictionary) throws IOException {
        ask(() -> scripts(dictionary));
        ask(() -> media(dictionary));
        ask(() -> prepress(dictionary));
        ask(() -> elsewhere(dictionary));
        ask(() -> actions.check(dictionary));
        if (dictionary.containsKey(XFA)) {
            ask(() -> XfaForm.check(dictionary.getDictionaryObject(XFA)));
        }
        ask(() -> attachments.look(dictionary));
    }

    private interface Question {
        void ask() throws IOException;
    }

    private void ask(Question question) throws IOException {
        try {
            question.ask();
        } catch (Refusal refusal) {
            examination.object(refusal);
        }
    }

    private static void scripts(COSDictionary dictionary) {
        if (dictionary.containsKey(COSName.JS) || dictionary.containsKey(ON_INSTANTIATE)) {
            throw script(dictionary);
        }
    }

    private static void media(COSDictionary dictionary) {
        String subtype = name(dictionary, COSName.SUBTYPE);
        if (isAnnotation(dictionary) && MEDIA.contains(subtype)) {
            throw new Refusal(Rule.PDF_MEDIA).naming(subtype);
        }
        if (dictionary.getDictionaryObject(COSName.ANNOTS) instanceof COSArray annotations) {
            annotations(annotations);
        }
    }

    private static void elsewhere(COSDictionary dictionary) {
        if (dictionary instanceof COSStream stream
                && (stream.containsKey(COSName.F) || stream.containsKey(REFERENCE))) {
            throw new Refusal(Rule.PDF_REMOTE_CONTENT).naming(PdfActions.file(stream.getDictionaryObject(COSName.F)));
        }
    }

    private static Refusal script(COSDictionary dictionary) {
        Refusal refusal = new Refusal(Rule.PDF_SCRIPT);
        return dictionary.getDictionaryObject(COSName.JS) instanceof COSString text
                ? refusal.naming(text.getString())
                : refusal;
    }

    /** On a page everything is an annotation, whatever it says of itself. */
    private static void annotations(COSArray annotations) {
        for (int index = 0; index < annotations.size(); index++) {
            if (annotations.getObject(index) instanceof COSDictionary annotation
                    && MEDIA.contains(name(annotation, COSName.SUBTYPE))) {
                throw new Refusal(Rule.PDF_MEDIA).naming(name(annotation, COSName.SUBTYPE));
            }
        }
    }

    /** Placeholders for pictures of the prepress (OPI); each version of them may name a file. */
    private static void prepress(COSDictionary dictionary) {
        if (dictionary.getDictionaryObject(OPI) instanceof COSDictionary versions) {
            for (COSName version : versions.keySet()) {
                if (versions.getDictionaryObject(version) instanceof COSDictionary placeholder) {
                    PdfAttachments.names(placeholder.getDictionaryObject(COSName.F))
                            .forEach(file -> Links.checkFetch(file, Rule.PDF_REMOTE_CONTENT));
                }
            }
        }
    }

    /** Without a type of its own nothing but an annotation is of such a kind. */
    private static boolean isAnnotation(COSDictionary dictionary) {
        return dictionary.containsKey(COSName.RECT)
                || (!dictionary.containsKey(COSName.TYPE) && !(dictionary instanceof COSStream))
                || COSName.ANNOT.equals(dictionary.getDictionaryObject(COSName.TYPE));
    }

    static String name(COSDictionary dictionary, COSName key) {
        return dictionary.getDictionaryObject(key) instanceof COSName found ? found.getName() : "";
    }
}

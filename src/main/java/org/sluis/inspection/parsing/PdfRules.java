package org.sluis.inspection.parsing;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/**
 * What no object of a PDF document may be: a script, a start of programs, a form that sends itself, a link into another
 * file, media with a player of their own, content fetched from outside. Links to web pages are allowed to be clicked, not to
 * open by themselves.
 */
final class PdfRules {

    private static final Set<String> ACTIONS = Set.of(
            "JavaScript",
            "Launch",
            "ImportData",
            "SubmitForm",
            "GoToR",
            "GoToE",
            "GoTo3DView",
            "Rendition",
            "Movie",
            "Sound",
            "RichMediaExecute");
    private static final Set<String> ANNOTATIONS = Set.of("RichMedia", "Movie", "Sound", "Screen", "3D");
    private static final COSName JS = COSName.getPDFName("JS");
    private static final COSName XFA = COSName.getPDFName("XFA");
    private static final COSName ON_INSTANTIATE = COSName.getPDFName("OnInstantiate");
    private static final COSName ACTION_KIND = COSName.S;
    private static final COSName URI = COSName.getPDFName("URI");

    private final Map<COSStream, String> attachments = new LinkedHashMap<>();

    /** The attached files found so far, with their names. */
    Map<COSStream, String> attachments() {
        return attachments;
    }

    boolean needs(COSStream stream) {
        return attachments.containsKey(stream) || COSName.EMBEDDED_FILE.equals(stream.getItem(COSName.TYPE));
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

    private void dictionary(COSDictionary dictionary) throws IOException {
        refuse(ACTIONS.contains(name(dictionary, ACTION_KIND)));
        refuse(dictionary.containsKey(JS) || dictionary.containsKey(ON_INSTANTIATE));
        refuse(isAnnotation(dictionary) && ANNOTATIONS.contains(name(dictionary, COSName.SUBTYPE)));
        refuse(dictionary instanceof COSStream stream && isExternal(stream));
        refuse(dictionary.getDictionaryObject(URI) instanceof COSString address
                && !Links.isHyperlink(address.getString()));
        refuse(opensByItself(dictionary.getDictionaryObject(COSName.OPEN_ACTION)));
        if (dictionary.getDictionaryObject(COSName.AA) instanceof COSDictionary triggers) {
            for (COSName trigger : triggers.keySet()) {
                refuse(opensByItself(triggers.getDictionaryObject(trigger)));
            }
        }
        if (dictionary.containsKey(XFA)) {
            XfaForm.check(dictionary.getDictionaryObject(XFA));
        }
        embedded(dictionary);
    }

    private static boolean isAnnotation(COSDictionary dictionary) {
        return dictionary.containsKey(COSName.RECT)
                || COSName.ANNOT.equals(dictionary.getDictionaryObject(COSName.TYPE));
    }

    private static boolean isExternal(COSStream stream) {
        return stream.containsKey(COSName.F) || stream.containsKey(COSName.getPDFName("Ref"));
    }

    private static boolean opensByItself(@Nullable COSBase action) {
        return action instanceof COSDictionary dictionary
                && name(dictionary, ACTION_KIND).equals("URI");
    }

    private void embedded(COSDictionary dictionary) {
        if (dictionary.getDictionaryObject(COSName.EF) instanceof COSDictionary files) {
            String name = Optional.ofNullable(dictionary.getString(COSName.UF))
                    .or(() -> Optional.ofNullable(dictionary.getString(COSName.F)))
                    .orElse("");
            for (COSName key : files.keySet()) {
                if (files.getDictionaryObject(key) instanceof COSStream stream) {
                    attachments.put(stream, name);
                }
            }
        }
        if (dictionary instanceof COSStream stream
                && COSName.EMBEDDED_FILE.equals(dictionary.getDictionaryObject(COSName.TYPE))) {
            attachments.putIfAbsent(stream, "");
        }
    }

    private static String name(COSDictionary dictionary, COSName key) {
        return dictionary.getDictionaryObject(key) instanceof COSName found ? found.getName() : "";
    }

    private static void refuse(boolean active) {
        if (active) {
            throw new Refusal(Rule.PDF_SCRIPT);
        }
    }
}

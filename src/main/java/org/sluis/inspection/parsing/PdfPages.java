package org.sluis.inspection.parsing;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/** Finds the page of a PDF document that something hangs on, to tell it to people; bounded, for it decides nothing. */
final class PdfPages {

    private static final int MAX_VISITED = 200_000;
    private static final int MAX_DEPTH = 8;
    private static final Set<COSName> ELSEWHERE =
            Set.of(COSName.PARENT, COSName.P, COSName.DEST, COSName.D, COSName.getPDFName("StructParent"), COSName.B);

    private final COSBase wanted;
    private final Set<COSBase> visited = Collections.newSetFromMap(new IdentityHashMap<>());

    private PdfPages(COSBase wanted) {
        this.wanted = wanted;
    }

    /** @return from 1; none where no page leads there */
    static OptionalInt leadingTo(COSBase wanted, PDDocument document) {
        PdfPages search = new PdfPages(wanted);
        int number = 0;
        try {
            for (PDPage page : document.getPages()) {
                number++;
                if (search.finds(page.getCOSObject(), 0)) {
                    return OptionalInt.of(number);
                }
            }
        } catch (RuntimeException damaged) {
            return OptionalInt.empty();
        }
        return OptionalInt.empty();
    }

    private boolean finds(@Nullable COSBase value, int depth) {
        if (value == null || depth > MAX_DEPTH || visited.size() > MAX_VISITED) {
            return false;
        }
        if (value instanceof COSObject reference) {
            return finds(reference.getObject(), depth);
        }
        if (value == wanted) {
            return true;
        }
        if (value instanceof COSDictionary dictionary && visited.add(value)) {
            return dictionary.keySet().stream()
                    .filter(key -> !ELSEWHERE.contains(key))
                    .anyMatch(key -> finds(dictionary.getItem(key), depth + 1));
        }
        if (value instanceof COSArray array && visited.add(value)) {
            for (int index = 0; index < array.size(); index++) {
                if (finds(array.get(index), depth + 1)) {
                    return true;
                }
            }
        }
        return false;
    }
}

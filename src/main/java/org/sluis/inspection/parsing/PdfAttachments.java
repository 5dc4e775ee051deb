package org.sluis.inspection.parsing;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/**
 * The files attached to a PDF document (ISO 32000-2, 7.11), however they are reached: by the tree of names, an annotation, as
 * associated files, or not at all. Programs differ in which of its names a file is saved under, so each is looked at.
 */
final class PdfAttachments {

    private static final COSName[] NAMES = {
        COSName.UF, COSName.F, COSName.UNIX, COSName.getPDFName("DOS"), COSName.getPDFName("Mac")
    };

    private final Map<COSStream, Set<String>> files = new LinkedHashMap<>();

    /** Each with its names, the one that is shown first; none where it has none. */
    Map<COSStream, Set<String>> files() {
        return files;
    }

    boolean contains(COSStream stream) {
        return files.containsKey(stream) || isEmbedded(stream);
    }

    void look(COSDictionary dictionary) {
        add(dictionary, Set.of());
        if (dictionary instanceof COSStream stream && isEmbedded(stream)) {
            files.computeIfAbsent(stream, key -> new LinkedHashSet<>());
        }
        if (dictionary.getDictionaryObject(COSName.NAMES) instanceof COSArray tree) {
            for (int index = 0; index + 1 < tree.size(); index += 2) {
                if (tree.getObject(index) instanceof COSString key
                        && tree.getObject(index + 1) instanceof COSDictionary specification) {
                    add(specification, Set.of(key.getString()));
                }
            }
        }
    }

    private void add(COSDictionary specification, Collection<String> more) {
        if (!(specification.getDictionaryObject(COSName.EF) instanceof COSDictionary contents)) {
            return;
        }
        for (COSName key : contents.keySet()) {
            if (contents.getDictionaryObject(key) instanceof COSStream stream) {
                Set<String> names = files.computeIfAbsent(stream, found -> new LinkedHashSet<>());
                names.addAll(names(specification));
                names.addAll(more);
            }
        }
    }

    private static boolean isEmbedded(COSStream stream) {
        return COSName.EMBEDDED_FILE.equals(stream.getDictionaryObject(COSName.TYPE));
    }

    /** All names of a file specification, the one that is shown first. */
    static Set<String> names(@Nullable COSBase specification) {
        Set<String> names = new LinkedHashSet<>();
        if (specification instanceof COSString name) {
            names.add(name.getString());
        } else if (specification instanceof COSDictionary dictionary) {
            for (COSName key : NAMES) {
                if (dictionary.getDictionaryObject(key) instanceof COSString name) {
                    names.add(name.getString());
                }
            }
        }
        names.removeIf(String::isBlank);
        return names;
    }
}

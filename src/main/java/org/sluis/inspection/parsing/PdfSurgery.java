package org.sluis.inspection.parsing;

import java.io.IOException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSString;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of the objects of a PDF document what the gate's rules refuse: an entry of a dictionary where the rest of it
 * stands without, otherwise the action, annotation or attached file as a whole with all that refers to it. The rules are
 * asked about each dictionary as it will be, so that copy and gate cannot disagree.
 */
final class PdfSurgery {

    /** Without one of these a dictionary is something else. */
    private static final Set<COSName> ESSENTIAL =
            Set.of(COSName.TYPE, COSName.SUBTYPE, COSName.S, COSName.RECT, COSName.getPDFName("JS"));

    private static final Set<COSName> OF_SIGNATURES = Set.of(
            COSName.getPDFName("Perms"),
            COSName.getPDFName("DSS"),
            COSName.getPDFName("SigFlags"),
            COSName.getPDFName("Legal"));
    /** They lead to actions and annotations, about which the gate asks whoever leads to them. */
    private static final List<COSName> ANSWERED_FOR = List.of(
            COSName.A, COSName.getPDFName("PA"), COSName.OPEN_ACTION, COSName.getPDFName("Next"), COSName.ANNOTS);

    private static final COSName FILE_ATTACHMENT = COSName.getPDFName("FileAttachment");
    private static final COSName BYTE_RANGE = COSName.getPDFName("ByteRange");

    private final Removals removals;
    private final Set<String> withoutFiles;
    private final Set<COSDictionary> gone = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<COSDictionary> followed = Collections.newSetFromMap(new IdentityHashMap<>());
    private boolean looseEnds;

    /** @param withoutFiles names of attached files that go */
    PdfSurgery(Removals removals, Set<String> withoutFiles) {
        this.removals = removals;
        this.withoutFiles = withoutFiles;
    }

    /** Whether something went and what refers to it must be looked for. */
    boolean hasLooseEnds() {
        boolean had = looseEnds;
        looseEnds = false;
        return had;
    }

    /** Cuts a value and all that lies directly in it; what it refers to has its own turn. */
    void cut(@Nullable COSBase value) throws IOException {
        if (value instanceof COSDictionary dictionary) {
            for (COSName key : List.copyOf(dictionary.keySet())) {
                cut(dictionary.getItem(key));
            }
            dictionary(dictionary);
        } else if (value instanceof COSArray array) {
            for (COSBase item : array) {
                cut(item);
            }
        }
    }

    private void dictionary(COSDictionary dictionary) throws IOException {
        follow(dictionary);
        signature(dictionary);
        if (dictionary.containsKey(COSName.EF) && isUnwanted(dictionary)) {
            remove(dictionary);
            return;
        }
        for (Optional<Objection> found = objection(dictionary); found.isPresent(); found = objection(dictionary)) {
            removals.add(found.get(), Optional.empty());
            if (!cutEntry(dictionary, found)) {
                remove(dictionary);
                return;
            }
        }
    }

    /** What it answers for has its turn before, so that it loses no more than that. */
    private void follow(COSDictionary dictionary) throws IOException {
        if (!followed.add(dictionary)) {
            return;
        }
        for (COSName key : ANSWERED_FOR) {
            first(dictionary.getDictionaryObject(key));
        }
        if (dictionary.getDictionaryObject(COSName.AA) instanceof COSDictionary triggers) {
            for (COSName trigger : triggers.keySet()) {
                first(triggers.getDictionaryObject(trigger));
            }
        }
    }

    private void first(@Nullable COSBase value) throws IOException {
        if (value instanceof COSDictionary led) {
            cut(led);
        } else if (value instanceof COSArray array) {
            for (int index = 0; index < array.size(); index++) {
                if (array.getObject(index) instanceof COSDictionary led) {
                    cut(led);
                }
            }
        }
    }

    private boolean isUnwanted(COSDictionary file) {
        return List.of(COSName.UF, COSName.F).stream()
                .map(file::getString)
                .anyMatch(name -> name != null && withoutFiles.contains(HostileText.shown(name)));
    }

    /** A rewritten file is not the one that was signed. */
    private void signature(COSDictionary dictionary) {
        boolean signed = dictionary.getDictionaryObject(COSName.V) instanceof COSDictionary value
                && value.containsKey(BYTE_RANGE);
        if (signed) {
            dictionary.removeItem(COSName.V);
            removals.signature();
        }
        OF_SIGNATURES.forEach(dictionary::removeItem);
    }

    /** @return whether one entry less satisfies the gate, or brings it to its next objection */
    private static boolean cutEntry(COSDictionary dictionary, Optional<Objection> before) throws IOException {
        for (COSName key : List.copyOf(dictionary.keySet())) {
            COSBase entry = dictionary.getItem(key);
            if (!ESSENTIAL.contains(key) && entry != null) {
                dictionary.removeItem(key);
                if (!objection(dictionary).equals(before)) {
                    return !isAction(dictionary);
                }
                dictionary.setItem(key, entry);
            }
        }
        return false;
    }

    private static boolean isAction(COSDictionary dictionary) {
        return dictionary.getDictionaryObject(COSName.S) instanceof COSName
                && !dictionary.containsKey(COSName.P)
                && !dictionary.containsKey(COSName.K);
    }

    /** What the gate has against the dictionary itself; all that lies in it is cut already. */
    private static Optional<Objection> objection(COSDictionary dictionary) throws IOException {
        try {
            GateRules.ofPdf().check(dictionary);
            return Optional.empty();
        } catch (Refusal refusal) {
            if (!Removable.fromPdf(refusal.objection())) {
                throw refusal;
            }
            return Optional.of(refusal.objection());
        }
    }

    private void remove(COSDictionary dictionary) {
        dictionary.clear();
        gone.add(dictionary);
        looseEnds = true;
    }

    /** Takes out the references to what went. */
    void tie(@Nullable COSBase value) {
        if (value instanceof COSDictionary dictionary) {
            for (COSName key : List.copyOf(dictionary.keySet())) {
                if (isGone(dictionary.getItem(key))) {
                    untie(dictionary, key);
                } else {
                    tie(dictionary.getItem(key));
                }
            }
        } else if (value instanceof COSArray array) {
            for (int index = array.size() - 1; index >= 0; index--) {
                if (isGone(array.get(index))) {
                    index = untie(array, index);
                } else {
                    tie(array.get(index));
                }
            }
        }
    }

    private void untie(COSDictionary dictionary, COSName key) {
        dictionary.removeItem(key);
        boolean ofNothing =
                FILE_ATTACHMENT.equals(dictionary.getDictionaryObject(COSName.SUBTYPE)) && key.equals(COSName.FS);
        if (ofNothing) {
            remove(dictionary);
        }
    }

    /** In a name tree the name goes along with its value. */
    private static int untie(COSArray array, int index) {
        array.remove(index);
        if (index > 0 && array.get(index - 1) instanceof COSString) {
            array.remove(index - 1);
            return index - 1;
        }
        return index;
    }

    private boolean isGone(@Nullable COSBase value) {
        COSBase resolved = value instanceof COSObject reference ? reference.getObject() : value;
        return resolved instanceof COSDictionary dictionary && gone.contains(dictionary);
    }
}

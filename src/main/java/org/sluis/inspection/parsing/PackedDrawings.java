package org.sluis.inspection.parsing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The drawings that old drawings stand for: Word keeps each as a package of its own in an attribute (ISO/IEC 29500-4,
 * {@code gfxdata}) and takes it in the place of the old one. They are examined when the part that holds them has been read.
 */
final class PackedDrawings {

    static final String ATTRIBUTE = "gfxdata";
    private static final int MOST_BYTES = 32_000_000;
    private static final Expectation PARTS = Expectation.part(name -> new OoxmlPart(), name -> false);

    private final List<byte[]> packages = new ArrayList<>();
    private int left = MOST_BYTES;

    /** @throws Refusal where it is no package, or the part has too much of them */
    void add(String letters) {
        byte[] content = bytes(letters);
        if (content.length == 0) {
            return;
        }
        if (!Magic.starts(content, "PK\3\4")) {
            throw unreadable(letters);
        }
        left -= content.length;
        Refusal.unless(left >= 0, Rule.STRUCTURE_SIZE);
        packages.add(content);
    }

    private static byte[] bytes(String letters) {
        try {
            return Base64.getMimeDecoder().decode(letters);
        } catch (IllegalArgumentException broken) {
            throw unreadable(letters);
        }
    }

    /** The refusal of one where nobody opens it. */
    static Refusal unreadable(String letters) {
        return new Refusal(Rule.UNKNOWN_OBJECT).naming(ATTRIBUTE + "=" + letters);
    }

    boolean isEmpty() {
        return packages.isEmpty();
    }

    /** @param depth of each */
    void examine(Examination examination, int depth) throws IOException {
        for (byte[] content : packages) {
            examination.member(
                    new ByteArrayInputStream(content),
                    content.length,
                    ATTRIBUTE,
                    depth,
                    PARTS,
                    specimen -> new ZipPackage(examination, specimen).examineDrawing());
        }
    }
}

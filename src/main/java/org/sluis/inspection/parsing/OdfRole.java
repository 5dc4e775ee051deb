package org.sluis.inspection.parsing;

import java.io.IOException;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What a file in an OpenDocument is, by its word and place. Markup is read as XML under all rules also where something else was
 * declared, for a program that looks at the bytes itself would read it so.
 *
 * @param markup how markup is read there
 */
record OdfRole(Kind kind, Supplier<XmlRule> markup) {

    /** Of which kind. */
    enum Kind {
        /** XML, or nothing at all. */
        XML,
        /** Data of one program, in which nobody else looks for more than a picture. */
        OPAQUE,
        /** A picture, an object, a film: what its first bytes say. */
        CONTENT
    }

    /** Types that count in opaque data too: viewers that are handed a picture open them. */
    private static final Set<String> TELLING =
            Set.of(MediaTypes.PDF, Magic.COMPOUND, CompressedPicture.GZIP, Metafile.EMF, Metafile.WMF);

    static OdfRole xml(Supplier<XmlRule> rule) {
        return new OdfRole(Kind.XML, rule);
    }

    static OdfRole opaque(Supplier<XmlRule> markup) {
        return new OdfRole(Kind.OPAQUE, markup);
    }

    static OdfRole content(Supplier<XmlRule> markup) {
        return new OdfRole(Kind.CONTENT, markup);
    }

    /** The media type by which such a member is examined. */
    String type(byte[] head, FileName name) throws IOException {
        if (head.length == 0) {
            return MediaTypes.TEXT;
        }
        if (kind == Kind.XML || Markup.begins(head)) {
            return MediaTypes.XML;
        }
        String found = Magic.type(head, name.extension());
        return kind == Kind.CONTENT || TELLING.contains(found) ? found : Magic.UNKNOWN;
    }

    /** What may be there. */
    Expectation expectation() {
        return Expectation.part(name -> markup.get(), name -> kind == Kind.OPAQUE);
    }
}

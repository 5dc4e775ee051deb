package org.sluis.inspection;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.sluis.inspection.RandomOdfPart.Listing;
import org.sluis.inspection.RandomOfficePart.Look;

/** An OpenDocument with a library of macros or dialogs, which is one by its place, or by what its index lists. */
record RandomLibrary(Library library, String before, boolean inCapitals, String type, Listing listing, Look look)
        implements RandomPackage {

    private static final String INDEX =
            "<l:library xmlns:l='http://openoffice.org/2000/library' xmlns:k='http://www.w3.org/1999/xlink'>%s</l:library>";

    /** What lies where, and what lies elsewhere or is empty. */
    enum Library {
        MODULE("Basic/Standard/Module1.xml", "Basis/Standard/Module1.xml", "<a/>", "<a/>"),
        DIALOG("Dialogs/Standard/Dialog1.xml", "Dialogues/Standard/Dialog1.xml", "<a/>", "<a/>"),
        SCRIPT("Scripts/beanshell/x.xml", "Texts/beanshell/x.xml", "<a/>", "<a/>"),
        INDEX_OF_MODULES("Basic/Standard/script-lb.xml", "<l:element l:name='M'/>", "<l:other l:name='M'/>"),
        INDEX_OF_DIALOGS("Dialogs/Standard/dialog-lb.xml", "<l:element l:name='D'/>", "<a/>"),
        LINK("Basic/script-lc.xml", "<l:library l:link='true'/>", "<l:library l:link='false'/>"),
        ADDRESS("Basic/script-lc.xml", "<l:library k:href='file:///C:/x'/>", "<l:library l:name='x'/>");

        private final String place;
        private final String harmlessPlace;
        private final String active;
        private final String harmless;

        Library(String place, String harmlessPlace, String active, String harmless) {
            this.place = place;
            this.harmlessPlace = harmlessPlace;
            this.active = active;
            this.harmless = harmless;
        }

        Library(String place, String active, String harmless) {
            this(place, place, active, harmless);
        }
    }

    static Arbitrary<RandomLibrary> any() {
        return Combinators.combine(
                        Arbitraries.of(Library.class),
                        Arbitraries.of("", "Object 1/", "Object 1/Object 2/"),
                        Arbitraries.of(true, false),
                        Arbitraries.of("", "text/xml", "application/octet-stream", "image/png"),
                        Arbitraries.of(Listing.class),
                        Look.any())
                .as(RandomLibrary::new);
    }

    @Override
    public byte[] bytes(boolean doing) {
        String place = before + (doing ? library.place : library.harmlessPlace);
        String name = inCapitals ? place.toUpperCase(Locale.ROOT) : place;
        byte[] document = new WrittenText()
                .manifestEntry("<m:x xmlns:m='urn:oasis:names:tc:opendocument:xmlns:manifest:1.0'>"
                        + listing.entries(name, type) + "</m:x>")
                .part(name, look.bytes(INDEX.formatted(doing ? library.active : library.harmless)))
                .bytes();
        return look.enclosure().around(document, "a.odt");
    }

    @Override
    public boolean hasTwin() {
        return look.isPlain();
    }

    @Override
    public String fileName() {
        return look.enclosure().fileName("a.odt");
    }

    @Override
    public String mediaType() {
        return look.enclosure().mediaType("application/vnd.oasis.opendocument.text");
    }
}

package org.sluis.inspection.parsing;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * What an office document says, without its layout: the words of a text, slide by slide those of a presentation, and the cells of a
 * workbook sheet by sheet. What the document hides, and what was deleted from it, is left out.
 */
final class OfficeWords {

    private static final List<String> NOTES = List.of("footnotes", "endnotes");

    private final PackedParts parts;

    private OfficeWords(PackedParts parts) {
        this.parts = parts;
    }

    /** @throws Refusal where it is not what it was found to be, or costs too much */
    static TextShown of(Bytes file, String type, Budget budget) throws IOException {
        OfficeWords words = new OfficeWords(new PackedParts(file, budget));
        if (type.startsWith(MediaTypes.ODF)) {
            return Shape.of(type) == Shape.TABLE ? words.odfTable() : words.odfText();
        }
        OoxmlPackage contents = new OoxmlPackage();
        words.parts.read("_rels/.rels", contents.relationships(""));
        String main = contents.mainParts().stream()
                .findFirst()
                .filter(words.parts::has)
                .orElseThrow(() -> new Refusal(Rule.DAMAGED));
        words.parts.read(relationships(main), contents.relationships(main));
        if (Shape.of(type) == Shape.TABLE) {
            return new Workbook(words.parts, contents, main).shown();
        }
        return type.endsWith("presentation") ? words.slides(contents, main) : words.text(contents, main);
    }

    private static String relationships(String key) {
        int name = key.lastIndexOf('/') + 1;
        return key.substring(0, name) + "_rels/" + key.substring(name) + ".rels";
    }

    private TextShown odfText() throws IOException {
        WordLines lines = new WordLines();
        return reading(lines, () -> parts.read("content.xml", new OdfWords(lines)));
    }

    private TextShown odfTable() throws IOException {
        RowsShown rows = new RowsShown();
        try {
            parts.read("content.xml", new OdfTable(rows));
        } catch (Enough enough) {
            rows.goOn();
        }
        return rows.shown();
    }

    private TextShown text(OoxmlPackage contents, String main) throws IOException {
        WordLines lines = new WordLines();
        return reading(lines, () -> {
            parts.read(main, new OoxmlWords(lines));
            for (String kind : NOTES) {
                for (String notes : contents.targets(main, kind)) {
                    parts.read(notes, new OoxmlWords(lines));
                }
            }
        });
    }

    private TextShown slides(OoxmlPackage contents, String main) throws IOException {
        WordLines lines = new WordLines();
        Listed slides = new Listed("sldId");
        parts.read(main, slides);
        return reading(lines, () -> {
            for (int slide = 1; slide <= slides.found().size(); slide++) {
                lines.add("— %d —\n".formatted(slide));
                Optional<String> part =
                        contents.target(main, slides.found().get(slide - 1).id(), parts::has);
                if (part.isPresent()) {
                    parts.read(part.get(), new OoxmlWords(lines));
                }
                lines.end();
            }
        });
    }

    /** Something that is read until there is enough of it. */
    private interface Reading {
        void run() throws IOException;
    }

    private static TextShown reading(WordLines lines, Reading reading) throws IOException {
        boolean more = false;
        try {
            reading.run();
        } catch (Enough enough) {
            more = true;
        }
        return new TextShown(lines.words(), more);
    }
}

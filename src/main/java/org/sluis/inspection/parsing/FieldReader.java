package org.sluis.inspection.parsing;

import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamReader;
import org.sluis.inspection.parsing.ContentNotice.Kind;

/** Reads the fields of Word in a part, in one of the ways in which programs do. */
final class FieldReader {

    private static final String WORD = "wordprocessingml";
    private static final Set<String> INSTRUCTIONS = Set.of("delInstrText", "instrText");
    private static final Set<String> TEXTS = Set.of("delText", "t");
    private static final Set<String> DELETED = Set.of("del", "delInstrText", "delText", "moveFrom");

    /** Which elements count. */
    private enum Way {
        /** All that are called so. */
        BY_NAME,
        /** Those of Word alone; all others are passed over (ISO/IEC 29500-3, 7). */
        BY_NAMESPACE,
        /** Those of Word that were not deleted while changes were tracked. */
        AFTER_CHANGES
    }

    private static final String BLANK = " ";

    private final Way way;
    private final WordFields fields;
    private final Alternatives alternatives;
    private final Within instruction = new Within();
    private final Within shown = new Within();
    private final Within deleted = new Within();

    private FieldReader(Way way, BiConsumer<Kind, String> notices) {
        this.way = way;
        this.fields = new WordFields(notices);
        this.alternatives = new Alternatives(fields);
    }

    /** One for each way, since a field must be harmless in all; what is noticed in any is told. */
    static List<FieldReader> all(BiConsumer<Kind, String> notices) {
        return Stream.of(Way.values()).map(way -> new FieldReader(way, notices)).toList();
    }

    void start(XMLStreamReader element, String namespace) {
        String name = element.getLocalName();
        boolean known = way == Way.BY_NAME || namespace.contains(WORD);
        instruction.start(known && INSTRUCTIONS.contains(name));
        shown.start(known && TEXTS.contains(name));
        deleted.start(known && DELETED.contains(name));
        alternatives.start(element, namespace);
        if (known && counts()) {
            mark(element, name);
        }
    }

    private void mark(XMLStreamReader element, String name) {
        if (name.equals("fldSimple")) {
            fields.check(Attributes.named(element, "instr"));
        } else {
            WordRuns.piece(element, fields);
        }
    }

    private void shown(String text) {
        fields.shown(text);
    }

    void text(String text) {
        if (isRead(instruction)) {
            fields.instruction(text);
        } else if (isRead(shown)) {
            shown(text);
        }
    }

    private boolean isRead(Within within) {
        return counts() && (way == Way.BY_NAME ? within.isInside() : within.isDirectlyInside());
    }

    private boolean counts() {
        return way != Way.AFTER_CHANGES || !deleted.isInside();
    }

    void end(String localName) {
        instruction.end();
        shown.end();
        deleted.end();
        alternatives.end();
        if (localName.equals("p")) {
            shown(BLANK);
        }
    }

    /** At the end of the part: fields that never ended. */
    void finish(Questions questions) {
        while (fields.isOpen()) {
            questions.ask(fields::close);
        }
    }
}

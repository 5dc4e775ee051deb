package org.sluis.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;

/** An object in a Word document, inspected with it. */
final class EmbeddedObject {

    static final String PLACE = "word/embeddings/oleObject1.bin";

    /** The class of files that Windows packed. */
    static final String PACKAGE = "0003000c-0000-0000-c000-000000000046";

    private static final Laboratory LABORATORY = Laboratory.shared();

    private EmbeddedObject() {}

    static Inspection inspect(CompoundSample object) {
        return LABORATORY.inspect(
                "report.docx", new WordDocument().part(PLACE, object.bytes()).bytes());
    }

    static Objection refused(CompoundSample object, Rule rule) {
        Objection objection = inspect(object).objection().orElseThrow();
        assertThat(objection.rule()).isEqualTo(rule);
        assertThat(objection.member().orElseThrow()).startsWith(PLACE);
        return objection;
    }

    static void passes(CompoundSample object) {
        assertThat(inspect(object).objection()).isEmpty();
    }

    static byte[] number(int value) {
        return CompoundSample.little(4, fields -> fields.putInt(value));
    }
}

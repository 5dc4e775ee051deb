package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;

/** Drawings of Windows in office documents, plain and compressed. */
class MetafilesTest {

    private static final int ESCAPE = 0x626;
    private static final int SET_ABORT_PROCEDURE = 9;
    private static final int EMF_ESCAPE = 0x6a;

    private final Laboratory laboratory = Laboratory.shared();

    private Optional<Objection> objection(String name, byte[] picture) {
        return laboratory
                .inspect("a.docx", new WordDocument().part(name, picture).bytes())
                .objection();
    }

    @Test
    void drawingsPassPlainAndCompressed() throws IOException {
        assertThat(objection("word/media/a.wmf", wmf(ESCAPE, 15))).isEmpty();
        assertThat(objection("word/media/a.emf", emf(EMF_ESCAPE, 15))).isEmpty();
        assertThat(objection("word/media/a.wmz", compressed(wmf(ESCAPE, 15)))).isEmpty();
        assertThat(objection("word/media/a.emz", compressed(emf(70, 0)))).isEmpty();
        assertThat(laboratory.scanned()).contains(emf(70, 0).length);
    }

    @Test
    void orderThatCallsCodeIsRefused() throws IOException {
        byte[] wmf = wmf(ESCAPE, SET_ABORT_PROCEDURE);
        byte[] emf = emf(EMF_ESCAPE, SET_ABORT_PROCEDURE);
        for (byte[] drawing : new byte[][] {wmf, emf, compressed(wmf), compressed(emf)}) {
            Objection found = objection("word/media/a.bin", drawing).orElseThrow();
            assertThat(found.rule()).isEqualTo(Rule.RUNNING_ACTION);
            assertThat(found.subject()).contains("SETABORTPROC");
        }
    }

    @Test
    void onlyADrawingMayBeCompressed() throws IOException {
        byte[] text = compressed("just text".getBytes(UTF_8));
        assertThat(objection("word/media/a.emz", text).orElseThrow().rule()).isEqualTo(Rule.TYPE_NOT_TAKEN);
        byte[] script = compressed("<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>".getBytes(UTF_8));
        assertThat(objection("word/media/a.svgz", script).orElseThrow().rule()).isEqualTo(Rule.SCRIPT);
        byte[] longer = Archive.joined(compressed(emf(70, 0)), "more".getBytes(UTF_8));
        assertThat(objection("word/media/a.emz", longer).orElseThrow().rule()).isEqualTo(Rule.TRAILING_DATA);
    }

    private static byte[] wmf(int order, int escape) {
        return CompoundSample.little(
                18 + 10 + 6,
                fields -> fields.putShort((short) 1)
                        .putShort((short) 9)
                        .putShort((short) 0x300)
                        .putInt(17)
                        .position(18)
                        .putInt(5)
                        .putShort((short) order)
                        .putShort((short) escape)
                        .putShort((short) 0)
                        .putInt(3)
                        .putShort((short) 0));
    }

    private static byte[] emf(int order, int escape) {
        return CompoundSample.little(
                88 + 12 + 20,
                fields -> fields.putInt(1)
                        .putInt(88)
                        .position(40)
                        .put(" EMF".getBytes(ISO_8859_1))
                        .position(88)
                        .putInt(order)
                        .putInt(12)
                        .putInt(escape)
                        .putInt(14)
                        .putInt(20));
    }

    private static byte[] compressed(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream packing = new GZIPOutputStream(bytes)) {
            packing.write(content);
        }
        return bytes.toByteArray();
    }
}

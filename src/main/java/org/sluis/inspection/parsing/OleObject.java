package org.sluis.inspection.parsing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sluis.inspection.parsing.CompoundFile.Entry;

/**
 * A compound file, as an object in a document or as a document of its own: encrypted packages, macros, links and packed
 * files. What is packed inside goes its own way to the scanner.
 */
final class OleObject implements Format {

    private static final Set<String> MACRO_NAMES =
            Set.of("vba", "_vba_project", "_vba_project_cur", "macros", "_vba_project_bin");
    private static final String EQUATION_EDITOR = "02ce020000000000c000000000000046";
    private static final int LINKED = 1;
    private static final int SHEET_RECORD = 0x85;
    private static final int ENCRYPTION_RECORD = 0x2f;
    private static final int MACRO_SHEET = 1;
    private static final int WORD_ENCRYPTED = 1;

    private final Examination examination;

    OleObject(Examination examination) {
        this.examination = examination;
    }

    @Override
    public void check(Specimen specimen) throws IOException {
        CompoundFile file = new CompoundFile(specimen.source().bytes());
        if (file.stream("EncryptedPackage").isPresent()
                || file.stream("EncryptionInfo").isPresent()) {
            throw new Refusal(Rule.PASSWORD);
        }
        for (Entry entry : file.entries()) {
            refuse(MACRO_NAMES.contains(entry.name().toLowerCase(Locale.ROOT)));
            refuse(entry.classId().equals(EQUATION_EDITOR));
        }
        checkLink(file);
        checkWorkbook(file);
        checkWordDocument(file);
        members(file, specimen.depth() + 1);
    }

    private static void checkLink(CompoundFile file) throws IOException {
        Optional<Entry> ole = file.stream("\1Ole");
        if (ole.isPresent()) {
            byte[] content = file.content(ole.get());
            refuse(content.length >= 8 && (content[4] & LINKED) != 0);
        }
    }

    /** The records of a workbook ([MS-XLS]): sheets that are macros of the old kind, and encryption. */
    private static void checkWorkbook(CompoundFile file) throws IOException {
        Optional<Entry> workbook = file.stream("Workbook").or(() -> file.stream("Book"));
        if (workbook.isEmpty()) {
            return;
        }
        ByteBuffer records = ByteBuffer.wrap(file.content(workbook.get())).order(ByteOrder.LITTLE_ENDIAN);
        while (records.remaining() >= 4) {
            int type = records.getShort() & 0xffff;
            int length = records.getShort() & 0xffff;
            int start = records.position();
            if (length > records.remaining()) {
                return;
            }
            if (type == ENCRYPTION_RECORD) {
                throw new Refusal(Rule.PASSWORD);
            }
            refuse(type == SHEET_RECORD && length > 5 && records.get(start + 5) == MACRO_SHEET);
            records.position(start + length);
        }
    }

    private static void checkWordDocument(CompoundFile file) throws IOException {
        Optional<Entry> document = file.stream("WordDocument");
        if (document.isPresent()) {
            byte[] content = file.content(document.get());
            if (content.length > 12 && (content[11] & WORD_ENCRYPTED) != 0) {
                throw new Refusal(Rule.PASSWORD);
            }
        }
    }

    private void members(CompoundFile file, int depth) throws IOException {
        for (Entry entry : file.entries()) {
            if (!entry.isStream()) {
                continue;
            }
            switch (entry.name().toLowerCase(Locale.ROOT)) {
                case "\1ole10native" -> {
                    Optional<PackedFile> packed = PackedFile.of(file.content(entry));
                    if (packed.isPresent()) {
                        member(packed.get().content(), packed.get().name(), depth, Expectation.attachment());
                    }
                }
                case "package", "contents", "embeddedodf" ->
                    member(
                            new ArrayBytes(file.content(entry)),
                            "",
                            depth,
                            Expectation.part(name -> new OoxmlPart(), name -> true));
                default -> {
                    // The stream belongs to the object, which the scanner has seen as a whole.
                }
            }
        }
    }

    private void member(Bytes content, String name, int depth, Expectation expectation) throws IOException {
        examination.member(content.stream(), content.size(), name, depth, expectation);
    }

    private static void refuse(boolean active) {
        if (active) {
            throw new Refusal(Rule.UNKNOWN_OBJECT);
        }
    }
}

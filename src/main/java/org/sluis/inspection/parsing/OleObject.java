package org.sluis.inspection.parsing;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sluis.inspection.parsing.CompoundFile.Entry;
import org.sluis.kernel.Problem;

/**
 * A compound file, as an object in a document or as a document of its own. Its classes and streams decide: what runs, fetches,
 * links or is locked is refused; data of whichever program may be there. What is packed inside goes its own way to the
 * scanner.
 */
final class OleObject implements Format {

    /** What lies in an object: a document of its own, or a picture. */
    static final Expectation INSIDE = Expectation.part(name -> new OoxmlPart(), name -> false);

    private static final Set<String> MACRO_NAMES =
            Set.of("vba", "_vba_project", "_vba_project_cur", "macros", "_vba_project_bin");
    private static final Map<String, Rule> TELLING_NAMES = Map.of(
            "encryptedpackage", Rule.PASSWORD,
            "encryptioninfo", Rule.PASSWORD,
            "encryptedsummary", Rule.PASSWORD,
            "\tdrmcontent", Rule.RECIPIENT_KEYS,
            "\tdrmviewercontent", Rule.RECIPIENT_KEYS,
            "\3ocxname", Rule.CONTROL,
            "\3ocxdata", Rule.CONTROL,
            "__properties_version1.0", Rule.MAIL_MESSAGE);
    private static final String RTF = "application/rtf";
    private static final Set<String> DOCUMENTS =
            Set.of(MediaTypes.PDF, MediaTypes.ZIP, Magic.COMPOUND, Magic.PROGRAM, Magic.HTML, Magic.SVG, RTF);
    private static final int NATIVE_HEADER_BYTES = 4;
    private static final int MAX_LINK_BYTES = 1 << 20;

    private final Examination examination;

    OleObject(Examination examination) {
        this.examination = examination;
    }

    @Override
    public void check(Specimen specimen) throws IOException {
        CompoundFile file = new CompoundFile(specimen.source().bytes());
        for (Entry entry : file.entries()) {
            String name = entry.name().toLowerCase(Locale.ROOT);
            if (MACRO_NAMES.contains(name)) {
                throw new Refusal(Rule.MACRO).naming(entry.name());
            }
            if (TELLING_NAMES.containsKey(name)) {
                throw new Refusal(TELLING_NAMES.get(name));
            }
        }
        CompoundClasses classes = CompoundClasses.of(file);
        classes.check(specimen.expectation().program());
        if (file.streams("Equation Native").size() > classes.count(ObjectClass.MATH_TYPE)) {
            throw new Refusal(Rule.EQUATION_EDITOR);
        }
        for (Entry entry : file.entries()) {
            if (entry.isStream()) {
                stream(file.content(entry), entry.name(), classes, specimen.depth() + 1);
            }
            if (entry.isStream() && entry.name().equalsIgnoreCase("WordDocument")) {
                paths(file, file.content(entry));
            }
        }
    }

    private void stream(Bytes content, String name, CompoundClasses classes, int depth) throws IOException {
        switch (name.toLowerCase(Locale.ROOT)) {
            case "\1ole" -> ObjectLink.of(content.upTo(0, MAX_LINK_BYTES)).check(examination);
            case "\3linkinfo" -> ObjectLink.checkElsewhere(content.upTo(0, MAX_LINK_BYTES));
            case "workbook", "book" -> new BinaryWorkbook(examination, content).check();
            case "worddocument" -> BinaryWordText.check(content);
            case "powerpoint document" -> new BinaryPresentation(examination, depth).check(content);
            case "current user" -> BinaryPresentation.checkUser(content);
            case "\1ole10native" -> packed(content, classes.isPackage(), depth);
            case "package", "embeddedodf" -> examination.member(content.stream(), content.size(), name, depth, INSIDE);
            case "contents" -> document(content, name, depth);
            default -> {
                // The stream belongs to the object, which the scanner has seen as a whole.
            }
        }
    }

    /** Of several documents in one file each is tried with the tables of all, since nothing here says whose they are. */
    private static void paths(CompoundFile file, Bytes main) throws IOException {
        BinaryWordPaths paths = new BinaryWordPaths(main);
        List<Entry> tables = file.streams(paths.table());
        for (Entry table : tables) {
            try {
                paths.check(file.content(table));
            } catch (Refusal refusal) {
                if (tables.size() == 1 || refusal.objection().rule().problem() == Problem.ACTIVE_CONTENT) {
                    throw refusal;
                }
            }
        }
    }

    private void packed(Bytes content, boolean mustBe, int depth) throws IOException {
        Optional<PackedFile> packed = PackedFile.of(content);
        if (packed.isPresent()) {
            PackedFile file = packed.get();
            examination.member(
                    file.content().stream(), file.content().size(), file.name(), depth, Expectation.attachment());
            return;
        }
        Refusal.unless(!mustBe, Rule.UNKNOWN_OBJECT);
        if (content.size() > NATIVE_HEADER_BYTES) {
            document(content.slice(NATIVE_HEADER_BYTES, content.size() - NATIVE_HEADER_BYTES), "", depth);
        }
    }

    /** Data of some program, unless they are what another program opens as a document. */
    private void document(Bytes content, String name, int depth) throws IOException {
        if (DOCUMENTS.contains(Magic.type(content.upTo(0, Magic.HEAD_BYTES), ""))) {
            examination.member(content.stream(), content.size(), name, depth, INSIDE);
        }
    }
}

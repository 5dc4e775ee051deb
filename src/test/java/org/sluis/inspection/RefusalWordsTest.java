package org.sluis.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.sluis.inspection.parsing.ContentNotice;
import org.sluis.inspection.parsing.ContentNotice.Kind;
import org.sluis.inspection.parsing.MediaTypes;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Objection.Evidence;
import org.sluis.inspection.parsing.Rule;
import org.sluis.platform.web.Messages;

/** A refusal says what was found, where it was found and what to do, in three languages. */
class RefusalWordsTest {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH, Locale.forLanguageTag("nl"));
    private static final List<String> FILES =
            List.of("files.zip", "report.pdf", "figures.xlsx", "notes", "strange.xyz", "");
    private static final String PROGRAM = "application/x-executable";

    private final RefusalWords words = new RefusalWords(new Messages());

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyRuleHasItsOwnTextsInEachLanguage(Rule rule) {
        for (Locale language : LANGUAGES) {
            ResourceBundle texts = ResourceBundle.getBundle("messages.inspection", language);
            assertThat(texts.keySet())
                    .as(rule.slug() + " in " + language)
                    .contains(
                            "rule.%s.title".formatted(rule.slug()),
                            "rule.%s.detail".formatted(rule.slug()),
                            "rule.%s.advice".formatted(rule.slug()));
        }
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void everyCombinationOfFactsMakesASentence(Rule rule) {
        combinations(rule).forEach(why -> {
            for (Locale language : LANGUAGES) {
                for (String file : FILES) {
                    assertThat(words.detail(why, file, language))
                            .as("%s of %s", why, file)
                            .doesNotContain("{", "}", "()", "  ", "( ", " )", ": .", ", ,", "..")
                            .matches("\\S.*[^ ][.]")
                            .doesNotContain(" , ");
                }
            }
        });
    }

    @ParameterizedTest
    @EnumSource(Rule.class)
    void aRuleThatNamesWhatItFoundShowsIt(Rule rule) {
        ResourceBundle texts = ResourceBundle.getBundle("messages.inspection", Locale.ENGLISH);
        if (texts.containsKey("rule.%s.detail.subject".formatted(rule.slug()))) {
            assertThat(english(naming(Objection.of(rule), "https://example.com/x"), "a.pdf"))
                    .contains("https://example.com/x");
        }
    }

    @Test
    void namesTheProgramInAnArchive() {
        assertThat(english(found(Rule.PROGRAM, PROGRAM).member("setup.exe"), "files.zip"))
                .isEqualTo("The zip contains setup.exe, a program.");
    }

    @Test
    void saysWhatAMisnamedFileLooksLike() {
        assertThat(english(found(Rule.PROGRAM, PROGRAM), "report.pdf"))
                .isEqualTo("This is not really a PDF; it looks like a program.");
        assertThat(english(found(Rule.PROGRAM, PROGRAM), "setup.exe")).isEqualTo("This is a program.");
    }

    @Test
    void saysWhichAddressDataComesFromAndWhere() {
        Facts sheet =
                found(Rule.DATA_CONNECTION).subject("https://example.com/f").part("sheet Figures, cell B4");
        assertThat(english(sheet, "figures.xlsx"))
                .isEqualTo("The Excel file fetches data from https://example.com/f (sheet Figures, cell B4).");
        assertThat(english(sheet.member("xl/connections.xml"), "figures.xlsx"))
                .isEqualTo("The Excel file fetches data from https://example.com/f (sheet Figures, cell B4).");
        assertThat(english(sheet.member("2026/figures.xlsx/xl/connections.xml"), "files.zip"))
                .isEqualTo("2026/figures.xlsx fetches data from https://example.com/f (sheet Figures, cell B4).");
    }

    @Test
    void saysWhatToRename() {
        String jpeg = "image/jpeg";
        assertThat(english(found(Rule.EXTENSION, jpeg), "photo.png"))
                .isEqualTo("This is a JPEG photo; rename it to .jpg.");
        assertThat(english(found(Rule.EXTENSION, jpeg).member("photo.png"), "files.zip"))
                .isEqualTo("The zip contains photo.png, which is a JPEG photo; rename it to .jpg.");
        assertThat(english(found(Rule.EXTENSION, "image/heic"), "photo.jpg"))
                .isEqualTo("This is a HEIC photo; rename it to .heic.");
        assertThat(RefusalWords.expected(found(Rule.EXTENSION, jpeg).objection()))
                .containsExactly("jpeg", "jpg");
    }

    @Test
    void saysThatALockedMemberIsLockedAndNotTheArchive() {
        assertThat(english(found(Rule.PASSWORD).member("report.pdf"), "files.zip"))
                .isEqualTo("The zip contains report.pdf, which is locked with a password and cannot be checked.");
        assertThat(english(found(Rule.PASSWORD), "report.pdf"))
                .isEqualTo("The PDF is locked with a password, so its content cannot be checked.");
    }

    @Test
    void namesThePageOfADocument() {
        Objection script = Objection.of(Rule.PDF_SCRIPT);
        Objection onPage = new Objection(
                script.rule(),
                script.member(),
                script.detected(),
                script.evidence(),
                script.expected(),
                OptionalInt.of(3),
                script.part(),
                script.subject());
        assertThat(words.detail(onPage, "form.pdf", Locale.ENGLISH)).isEqualTo("The PDF contains a script (page 3).");
        assertThat(words.detail(onPage, "form.pdf", Locale.FRENCH)).isEqualTo("Le PDF contient un script (page 3).");
        assertThat(words.detail(onPage, "form.pdf", Locale.forLanguageTag("nl")))
                .isEqualTo("De pdf bevat een script (pagina 3).");
    }

    @Test
    void writesTheNumberOfAPageWithoutSeparators() {
        Objection late = new Objection(
                Rule.PDF_SCRIPT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                OptionalInt.of(1234),
                Optional.empty(),
                Optional.empty());
        assertThat(english(late, "form.pdf")).isEqualTo("The PDF contains a script (page 1234).");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    sheet Figures, cell B4 | feuille Figures, cellule B4 | werkblad Figures, cel B4
                    sheet A, cell B, cells C1:D2 | feuille A, cell B, cellules C1:D2 | werkblad A, cell B, cellen C1:D2
                    sheet Figures | feuille Figures | werkblad Figures
                    slide 3 | diapositive 3 | dia 3
                    name Total | nom Total | naam Total
                    line 12 | ligne 12 | regel 12
                    comment | commentaire | commentaar
                    lines of it's {0} | lines of it's {0} | lines of it's {0}
                    """)
    void saysThePartInTheReadersLanguage(String noted, String french, String dutch) {
        Objection why = found(Rule.DDE).part(noted).objection();
        assertThat(english(why, "a.xlsx")).contains("(" + noted + ")");
        assertThat(words.detail(why, "a.xlsx", Locale.FRENCH)).contains("(" + french + ")");
        assertThat(words.detail(why, "a.xlsx", Locale.forLanguageTag("nl"))).contains("(" + dutch + ")");
    }

    @Test
    void speaksOfTheFileInAnArchiveThatIsMeant() {
        assertThat(english(found(Rule.TRAILING_DATA).member("photos/a.jpg"), "files.zip"))
                .isEqualTo("photos/a.jpg has extra data after its own end.");
        assertThat(english(found(Rule.MALWARE).member("inner.zip/notes"), "files.zip"))
                .isEqualTo("inner.zip/notes contains malicious software.");
        assertThat(english(found(Rule.MACRO).member("a.docm/word/vbaProject.bin"), "files.zip"))
                .isEqualTo("a.docm contains macros (word/vbaProject.bin).");
    }

    @Test
    void speaksOfTheArchiveWhereTheArchiveIsMeant() {
        assertThat(english(found(Rule.MEMBER_NAMES).member("../report.docx"), "files.zip"))
                .isEqualTo("The zip contains file names that are unsafe or occur twice (../report.docx).");
        assertThat(english(found(Rule.MEMBER_NAMES).member("inner.zip/a.docx"), "files.zip"))
                .isEqualTo("inner.zip contains file names that are unsafe or occur twice (a.docx).");
        assertThat(english(found(Rule.EXPANSION).member("a.docx/word/document.xml"), "files.zip"))
                .isEqualTo("a.docx takes up too much room when it is unpacked (word/document.xml).");
    }

    @Test
    void namesNoStreamsOfAPdf() {
        assertThat(english(found(Rule.DAMAGED).member("stream-3"), "report.pdf"))
                .isEqualTo("The PDF is damaged or incomplete.");
        assertThat(english(found(Rule.DAMAGED).member("a/report.PDF/streams-12"), "files.zip"))
                .isEqualTo("The zip contains a/report.PDF, which is damaged or incomplete.");
        assertThat(english(found(Rule.DAMAGED).member("stream-3"), "files.zip"))
                .isEqualTo("The zip contains stream-3, which is damaged or incomplete.");
    }

    @Test
    void namesAProgramInADocumentAndNotThePartThatHoldsIt() {
        assertThat(english(
                        found(Rule.ATTACHED_PROGRAM)
                                .member("word/embeddings/oleObject1.bin")
                                .subject("setup.exe"),
                        "report.docx"))
                .isEqualTo("The Word document contains setup.exe, a program (word/embeddings/oleObject1.bin).");
    }

    @Test
    void leavesOutANameThatIsBlank() {
        assertThat(english(found(Rule.PDF_SCRIPT).subject(" "), "report.pdf")).isEqualTo("The PDF contains a script.");
        assertThat(words.notice(new ContentNotice(Kind.LINKED_FILE, Optional.empty(), Optional.of("")), Locale.ENGLISH))
                .isEqualTo("It refers to a file that stayed on the sender's computer.");
    }

    @Test
    void saysOfNothingRecognisedNotWhatItLooksLike() {
        assertThat(english(found(Rule.TYPE_NOT_TAKEN), "report.docx"))
                .isEqualTo("This is a file of an unknown type; such files are not accepted here.");
    }

    /** French has a blank before a colon, a semicolon and inside quotation marks, at which no line may end. */
    @ParameterizedTest
    @EnumSource(Rule.class)
    void frenchSentencesBreakAtNoSign(Rule rule) {
        Stream<String> sentences = Stream.concat(
                combinations(rule).flatMap(why -> FILES.stream().map(file -> words.detail(why, file, Locale.FRENCH))),
                Stream.of(words.title(rule, Locale.FRENCH), words.advice(rule, Locale.FRENCH)));
        assertThat(sentences)
                .allSatisfy(sentence -> assertThat(sentence).doesNotContainPattern(" [:;?!»]|« |[^\u00a0][;»]"));
    }

    @Test
    void namesRecordingsThatPeopleHaveByTheirName() {
        assertThat(english(found(Rule.TYPE_NOT_TAKEN, "video/x-msvideo"), "exam.avi"))
                .isEqualTo("This is an AVI video; such files are not accepted here.");
        assertThat(english(found(Rule.TYPE_NOT_TAKEN, "video/x-ms-asf"), "exam.mp4"))
                .isEqualTo("This is not really an MP4 video; it looks like a Windows Media recording.");
    }

    /** A text from a file is shown as it is, whatever it holds. */
    @Test
    void takesTextsFromFilesForTexts() {
        assertThat(english(found(Rule.PROGRAM, PROGRAM).member("it's {0}.exe"), "files.zip"))
                .isEqualTo("The zip contains it's {0}.exe, a program.");
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyTypeThatCanComeInHasAName(Locale language) {
        ResourceBundle texts = ResourceBundle.getBundle("messages.inspection", language);
        for (String type : MediaTypes.KNOWN) {
            String name = TypeNames.of(type).orElseThrow(() -> new AssertionError("no name for " + type));
            assertThat(texts.keySet()).as(type).contains("type." + name, "file." + name);
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void everyNoticeIsASentenceWithAndWithoutItsSubject(Kind kind) {
        for (Locale language : LANGUAGES) {
            String named =
                    words.notice(new ContentNotice(kind, Optional.empty(), Optional.of("C:\\x\\plain.dotx")), language);
            String bare = words.notice(new ContentNotice(kind, Optional.empty(), Optional.empty()), language);
            assertThat(named).contains(": C:\\x\\plain.dotx.").doesNotContain("{", "}");
            assertThat(bare).endsWith(".").doesNotContain("{", "}", ":");
        }
    }

    private String english(Facts facts, String file) {
        return words.detail(facts.objection(), file, Locale.ENGLISH);
    }

    private String english(Objection objection, String file) {
        return words.detail(objection, file, Locale.ENGLISH);
    }

    private static Objection naming(Objection why, String subject) {
        return new Facts(why.rule(), Optional.empty(), why.detected(), why.part(), Optional.of(subject)).objection();
    }

    private static Facts found(Rule rule) {
        return new Facts(rule, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Facts found(Rule rule, String type) {
        return new Facts(rule, Optional.empty(), Optional.of(type), Optional.empty(), Optional.empty());
    }

    /** The facts that make a difference to the words. */
    private record Facts(
            Rule rule,
            Optional<String> memberPath,
            Optional<String> detected,
            Optional<String> where,
            Optional<String> what) {

        Facts member(String path) {
            return new Facts(rule, Optional.of(path), detected, where, what);
        }

        Facts part(String name) {
            return new Facts(rule, memberPath, detected, Optional.of(name), what);
        }

        Facts subject(String name) {
            return new Facts(rule, memberPath, detected, where, Optional.of(name));
        }

        Objection objection() {
            return new Objection(
                    rule,
                    memberPath,
                    detected,
                    detected.map(type -> Evidence.SIGNATURE),
                    List.of(),
                    OptionalInt.empty(),
                    where,
                    what);
        }
    }

    private static Stream<Objection> combinations(Rule rule) {
        List<Optional<String>> members =
                List.of(Optional.empty(), Optional.of("a.exe"), Optional.of("b/c.docx/word/document.xml"));
        List<Optional<String>> types = Stream.of("image/jpeg", PROGRAM, "application/x-strange", "")
                .map(type -> Optional.of(type).filter(known -> !known.isEmpty()))
                .toList();
        List<Optional<String>> texts = Arrays.asList(Optional.empty(), Optional.of("slide 3"));
        return members.stream()
                .flatMap(member -> types.stream()
                        .flatMap(type -> texts.stream()
                                .flatMap(part -> texts.stream()
                                        .map(subject -> new Facts(rule, member, type, part, subject).objection()))));
    }
}

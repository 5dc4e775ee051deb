package org.sluis.inspection;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Removable;
import org.sluis.inspection.parsing.Rule;

/** The manual says exactly of which refused files a copy can be tried. */
class RemovableInTheManualTest {

    private static final Path MANUAL = Path.of("src/site/markdown/copies.md");
    private static final String PDF = "report.pdf";
    private static final List<String> OFFICE =
            List.of("report.docx", "figures.xlsx", "talk.pptx", "report.odt", "figures.ods", "talk.odp");

    @Test
    void manualListsTheRulesOfEachFormat() throws IOException {
        Map<String, String> table = Files.readAllLines(MANUAL, UTF_8).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| of"))
                .map(line -> line.split(" \\| ", 2))
                .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
        assertThat(table)
                .containsEntry("| PDF", rules(PDF))
                .containsEntry("| Word, Excel, PowerPoint, OpenDocument", rules(OFFICE.get(0)))
                .hasSize(2);
    }

    private static String rules(String fileName) {
        return Stream.of(Rule.values())
                .filter(rule -> Removable.isRemovable(fileName, Objection.of(rule)))
                .map(rule -> "`" + rule.slug() + "`")
                .sorted()
                .collect(Collectors.joining(", ", "", " |"));
    }

    @Test
    void officeFormatsAreAllTheSameAndOthersHaveNoCopies() {
        assertThat(OFFICE).allSatisfy(name -> assertThat(rules(name)).isEqualTo(rules(OFFICE.get(0))));
        assertThat(Stream.of("files.zip", "scan.png", "data.csv", "letter.doc"))
                .allSatisfy(name -> assertThat(rules(name)).isEqualTo(" |"));
    }

    @Test
    void attachmentGoesFromAPdfWhateverIsWrongWithItUnlessItIsMalware() {
        Objection macro = attached(Rule.MACRO);
        assertThat(Removable.isRemovable(PDF, macro)).isTrue();
        assertThat(Removable.isRemovable("letter.docx", macro)).isFalse();
        assertThat(Removable.isRemovable(PDF, attached(Rule.MALWARE))).isFalse();
    }

    private static Objection attached(Rule rule) {
        return new Objection(
                rule,
                Optional.of("letter.docx"),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                OptionalInt.empty(),
                Optional.empty(),
                Optional.empty());
    }
}

package org.sluis.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sluis.inspection.parsing.Rule;
import org.sluis.platform.web.Messages;

/** The manual has a row for each rule, in the words that people are told. */
class RulesInTheManualTest {

    private static final Path MANUAL = Path.of("src/site/markdown/rules.md");

    @Test
    void everyRuleHasItsRow() throws IOException {
        RefusalWords words = new RefusalWords(new Messages());
        List<String> rows = Stream.of(Rule.values())
                .map(rule -> "| `%s` | `%s` | %s | %s |"
                        .formatted(
                                rule.slug(),
                                rule.problem().slug(),
                                words.title(rule, Locale.ENGLISH),
                                words.advice(rule, Locale.ENGLISH)))
                .toList();
        assertThat(Files.readAllLines(MANUAL))
                .filteredOn(line -> line.startsWith("| `"))
                .isEqualTo(rows);
    }
}

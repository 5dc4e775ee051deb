package org.sluis.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.sluis.inspection.Guide.Entry;
import org.sluis.inspection.parsing.Rule;
import org.sluis.kernel.Problem;
import org.sluis.platform.web.Messages;

/** Every problem and every rule has a page that says what it means, under one name each. */
class GuideTest {

    static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.FRENCH, Locale.forLanguageTag("nl"));

    private final Messages messages = new Messages();
    private final Guide guide = new Guide(messages, new RefusalWords(messages));

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void explainsEveryProblemAndEveryRule(Locale language) {
        slugs().forEach(slug -> assertThat(guide.entry(slug, language)).as(slug).hasValueSatisfying(entry -> {
            assertThat(entry.slug()).isEqualTo(slug);
            assertThat(entry.title()).isNotBlank();
            assertThat(entry.text()).isNotBlank().doesNotContain("{", "}");
            assertThat(entry.advice())
                    .as("what to do")
                    .hasValueSatisfying(
                            advice -> assertThat(advice).isNotBlank().doesNotContain("{", "}"));
        }));
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void listsTheRulesOfAProblemWithWhatToDo(Locale language) {
        List<Entry> rules = guide.rules(Problem.ACTIVE_CONTENT.slug(), language);
        assertThat(rules).extracting(Entry::slug).contains("macro", "dde", "pdf-script");
        assertThat(rules).allSatisfy(rule -> {
            assertThat(rule.advice()).isPresent();
            assertThat(rule.parent()).contains("active-content");
        });
    }

    @Test
    void noRuleHasTheNameOfAProblem() {
        assertThat(slugs().toList()).doesNotHaveDuplicates();
    }

    @Test
    void explainsTheFormThatIsTooOld() {
        assertThat(guide.entry("expired", Locale.ENGLISH)).isPresent();
    }

    @Test
    void knowsNothingElse() {
        assertThat(guide.entry("", Locale.ENGLISH)).isEmpty();
        assertThat(guide.entry("macro/", Locale.ENGLISH)).isEmpty();
        assertThat(guide.entry("Macro", Locale.ENGLISH)).isEmpty();
    }

    private static Stream<String> slugs() {
        return Stream.concat(
                Stream.of(Problem.values()).map(Problem::slug),
                Stream.of(Rule.values()).map(Rule::slug));
    }
}

package org.sluis.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** English, French and Dutch say the same, and no text loses anything on its way through {@link MessageFormat}. */
class MessageFilesTest {

    static final List<String> LANGUAGES = MessageFiles.LANGUAGES;

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[0-9]}");
    private static final Map<String, String> ENGLISH = MessageFiles.patterns("en");

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyLanguageHasTheSameKeysEachOnce(String language) {
        assertThat(MessageFiles.patterns(language).keySet()).isEqualTo(ENGLISH.keySet());
        assertThat(MessageFiles.keysAsWritten(language)).doesNotHaveDuplicates().hasSameSizeAs(ENGLISH.keySet());
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyTextHasTheSamePlaceholders(String language) {
        Map<String, Object> expected = new TreeMap<>();
        Map<String, Object> found = new TreeMap<>();
        ENGLISH.forEach((key, pattern) -> expected.put(key, placeholders(pattern)));
        MessageFiles.patterns(language).forEach((key, pattern) -> found.put(key, placeholders(pattern)));
        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void noTextIsEmptyOrHasBlanksAroundIt(String language) {
        assertThat(MessageFiles.patterns(language))
                .allSatisfy((key, pattern) -> assertThat(pattern)
                        .as(key)
                        .isNotBlank()
                        .isEqualTo(pattern.strip())
                        .doesNotContain("  "));
    }

    /** A lone apostrophe begins a quotation: it vanishes, and every placeholder behind it stays as it is written. */
    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyApostropheIsDoubledAndEveryBraceBelongsToAPlaceholder(String language) {
        assertThat(MessageFiles.patterns(language)).allSatisfy((key, pattern) -> {
            assertThat(pattern.replace("''", "")).as(key).doesNotContain("'");
            assertThat(PLACEHOLDER.matcher(pattern).replaceAll("")).as(key).doesNotContain("{", "}");
        });
    }

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyTextShowsAllOfItselfAndAllItIsGiven(String language) {
        Object[] given = {"<0>", "<1>", "<2>", "<3>", "<4>", "<5>", "<6>"};
        assertThat(MessageFiles.patterns(language)).allSatisfy((key, pattern) -> {
            String expected = PLACEHOLDER
                    .matcher(pattern.replace("''", "'"))
                    .replaceAll(found -> "<" + found.group().charAt(1) + ">");
            assertThat(new MessageFormat(pattern, Locale.forLanguageTag(language)).format(given))
                    .as(key)
                    .isEqualTo(expected);
        });
    }

    /** No line begins with the sign that a French word is followed by. */
    @Test
    void frenchSignsStayWithTheirWord() {
        assertThat(MessageFiles.patterns("fr"))
                .allSatisfy(
                        (key, pattern) -> assertThat(pattern).as(key).doesNotContainPattern(" [:;?!\u00bb]|\u00ab "));
    }

    private static Set<String> placeholders(String pattern) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(pattern);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }
}

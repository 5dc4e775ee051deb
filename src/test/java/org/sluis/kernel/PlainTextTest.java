package org.sluis.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts as people enter them. */
class PlainTextTest {

    private static final int LONGEST = 20;

    @Test
    void areKeptInComposedUnicode() {
        assertThat(PlainText.line("title", " Re\u0301sume\u0301 ", LONGEST)).isEqualTo("R\u00E9sum\u00E9");
        assertThat(PlainText.composed("Re\u0301sume\u0301")).isEqualTo(PlainText.composed("R\u00E9sum\u00E9"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u200B",
                "\u200B\u200D\uFEFF",
                "\u00AD",
                "\u3164",
                "\u2800",
                "\u0301",
                "\uE000",
                "\u2065",
                "\uFFF0",
                "\uD834\uDD59"
            })
    void mustShowSomething(String nothing) {
        assertRefused(() -> PlainText.line("title", nothing, LONGEST), "length");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb",
                "a\rb",
                "a\tb",
                "a\u2028b",
                "a\u2029b",
                "a\u0085b",
                "a\u0000b",
                "a\u001Bb",
                "a\u202Eb",
                "a\u2066b",
                "a\uD800b",
                "a\uFFFEb"
            })
    void mustBeOneLineOfCharactersThatShowAsTheyAre(String unfit) {
        assertRefused(() -> PlainText.line("title", unfit, LONGEST), "characters");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645", "\uD83D\uDC69\u200D\uD83D\uDD2C", "soft\u00ADly",
                "\u05D0\u200F1", "\uD83E\uDEE0", "100% <b> 'x'"
            })
    void mayHoldSignsThatWritingNeeds(String written) {
        assertThat(PlainText.line("title", written, LONGEST)).isEqualTo(written);
    }

    @Test
    void areNoLongerThanAllowedOnceComposed() {
        assertThat(PlainText.line("title", "e\u0301".repeat(LONGEST), LONGEST)).hasSize(LONGEST);
        assertRefused(() -> PlainText.line("title", "x".repeat(LONGEST + 1), LONGEST), "length");
    }

    @Test
    void mayHaveLinesWhereThereIsRoomForThem() {
        assertThat(PlainText.paragraphs("description", "a\r\nb\tc\u2028d", LONGEST))
                .isEqualTo("a\nb\tc\nd");
        assertThat(PlainText.paragraphs("description", "", LONGEST)).isEmpty();
        assertRefused(() -> PlainText.paragraphs("description", "a\u202Eb", LONGEST), "characters");
        assertRefused(() -> PlainText.paragraphs("description", "a\u0000b", LONGEST), "characters");
    }

    @Test
    void areJoinedToOneLineWhereALineIsKept() {
        assertThat(PlainText.joined("reason", "a\r\nrule=x\n", LONGEST)).isEqualTo("a rule=x");
    }

    @Test
    void ofOtherSystemsAreMendedInsteadOfRefused() {
        assertThat(PlainText.mended(" Jose\u0301\u202E\u0000\n ")).isEqualTo("Jos\u00E9");
    }

    private static void assertRefused(Supplier<String> reading, String reason) {
        assertThatThrownBy(reading::get).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.problem()).isEqualTo(Problem.INVALID_MEMBER);
            assertThat(refusal.facts()).containsEntry("reason", reason);
        });
    }
}

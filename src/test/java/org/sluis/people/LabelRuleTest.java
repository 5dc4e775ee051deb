package org.sluis.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.sluis.kernel.ProblemException;

/** The portal's half; {@code RealmProfileIT} asks the realm about the same names and addresses. */
class LabelRuleTest {

    static final List<String> GOOD_NAMES = TriedLabels.GOOD_NAMES;
    static final List<String> BAD_NAMES = Stream.concat(
                    TriedLabels.BAD_NAMES.stream(), TriedLabels.UNWANTED_NAMES.stream())
            .toList();
    static final List<String> GOOD_ADDRESSES = TriedLabels.GOOD_ADDRESSES;
    static final List<String> BAD_ADDRESSES = Stream.concat(
                    TriedLabels.BAD_ADDRESSES.stream(), TriedLabels.UNWANTED_ADDRESSES.stream())
            .toList();

    @ParameterizedTest
    @FieldSource("GOOD_NAMES")
    void takesNames(String name) {
        assertThat(name(name, "")).isEqualTo(name);
    }

    @ParameterizedTest
    @FieldSource("BAD_NAMES")
    void refusesNamesThatTheRealmRefusesOrThatWouldBeLinks(String name) {
        assertThat(catchThrowableOfType(ProblemException.class, () -> name(name, ""))
                        .facts())
                .containsEntry("member", "familyName");
    }

    @ParameterizedTest
    @FieldSource("GOOD_ADDRESSES")
    void takesAddresses(String address) {
        assertThat(address(address, "")).isEqualTo(address);
    }

    @ParameterizedTest
    @FieldSource("BAD_ADDRESSES")
    void refusesAddressesThatTheRealmOrAMailCannotHave(String address) {
        assertThat(catchThrowableOfType(ProblemException.class, () -> address(address, ""))
                        .facts())
                .containsEntry("member", "email");
    }

    /** A form sends all it shows; what an administrator of the realm wrote there is not this form's to mend. */
    @Test
    void whatStaysAsItIsIsNotAsked() {
        assertThat(name("Jan (QA)", "Jan (QA)")).isEqualTo("Jan (QA)");
        assertThat(LabelRule.name("familyName", null, "Jan (QA)")).isEqualTo("Jan (QA)");
        assertThat(address("\"a b\"@rule.example", "\"a b\"@rule.example")).isEqualTo("\"a b\"@rule.example");
        assertThat(catchThrowableOfType(ProblemException.class, () -> LabelRule.name("familyName", null, ""))
                        .facts())
                .containsEntry("reason", "missing");
    }

    @Test
    void addressesAreInSmallLettersAndCountedInThem() {
        assertThat(address("Jan@Rule.Example", "")).isEqualTo("jan@rule.example");
        String capital = "L".repeat(64) + "@" + ("\u0130".repeat(19) + ".").repeat(5) + "example";
        assertThat(catchThrowableOfType(ProblemException.class, () -> address(capital, ""))
                        .facts())
                .containsEntry("reason", "format");
    }

    private static String name(String sent, String current) {
        return LabelRule.name("familyName", text(sent), current);
    }

    private static String address(String sent, String current) {
        return LabelRule.address("email", text(sent), current);
    }

    private static JsonNode text(String sent) {
        return TextNode.valueOf(sent);
    }
}

package org.sluis.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.kernel.ProblemException;

/** Numbers of real organisations pass; a typing error in any digit does not. */
class VatNumberTest {

    @ParameterizedTest
    @CsvSource({
        "0537.294.282, BE, BE0537294282",
        "407.878.367, BE, BE0407878367",
        "BE 0407.878.367, , BE0407878367",
        "be0537294282, NL, BE0537294282",
        "NL004495445B01, , NL004495445B01",
        "NL123456789B13, , NL123456789B13",
        "FR 40 303 265 045, , FR40303265045",
        "FR23334175221, , FR23334175221",
        "FRK7399859412, , FRK7399859412",
        "4Z123456782, FR, FR4Z123456782",
        "LU 150 274 42, , LU15027442",
        "DE 136 695 976, , DE136695976",
        "094259216, GR, EL094259216",
        "ATU12345675, , ATU12345675"
    })
    void writesNumbersAsViesDoes(String typed, String country, String written) {
        assertThat(VatNumber.of(typed, Optional.ofNullable(country)).text()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"BE0537294282", "NL004495445B01", "FR40303265045", "LU15027442", "DE136695976"})
    void findsAnyWrongDigit(String number) {
        for (int place = 2; place < number.length(); place++) {
            if (Character.isDigit(number.charAt(place)) && !isBranch(number, place)) {
                String wrong = number.substring(0, place)
                        + (char) ('0' + (number.charAt(place) - '0' + 1) % 10)
                        + number.substring(place + 1);
                assertThatThrownBy(() -> VatNumber.of(wrong, Optional.empty()))
                        .as(wrong)
                        .isInstanceOf(ProblemException.class);
            }
        }
    }

    /** Dutch legal persons number their branches behind the check digit. */
    private static boolean isBranch(String number, int place) {
        return number.equals("NL004495445B01") && place > number.indexOf('B');
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"BE0537294283", "BE9537294282", "LU15027443", "DE036695976", "FRIO303265045", "NL004495445B1"})
    void saysThatCheckDigitsDoNotFit(String number) {
        assertThat(catchThrowableOfType(ProblemException.class, () -> VatNumber.of(number, Optional.empty()))
                        .facts())
                .containsEntry("member", "vatNumber")
                .containsEntry("reason", "checksum");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "0537294282", "BE", "<script>", "BE0537294282BE0537294282", "ＢＥ0537294282"})
    void refusesWhatHasNoSuchShape(String number) {
        assertThat(catchThrowableOfType(ProblemException.class, () -> VatNumber.of(number, Optional.empty()))
                        .facts())
                .containsEntry("reason", "format");
    }

    @Test
    void takesANumberOfACountryWithoutRuleByItsShape() {
        assertThat(VatNumber.of("PL 123-456-78-90", Optional.empty()).text()).isEqualTo("PL1234567890");
    }
}

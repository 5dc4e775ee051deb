package org.sluis.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ConflictTest {

    private static final Map<String, String> BEFORE =
            Map.of("city", "Aalst", "phone", "", "name", "Beton", "contactRoles", "QUALITY, INVOICING");

    /** Somebody else changed city and phone. */
    private static final Map<String, String> KEPT =
            Map.of("city", "Gent", "phone", "+32 9 1", "name", "Beton", "contactRoles", "QUALITY, INVOICING");

    @Test
    void saysBothValuesOfWhatBothChanged() {
        Conflict conflict = between(Map.of("city", "Brugge", "phone", "", "name", "Beton"));
        assertThat(conflict.fields()).containsExactly("city");
        assertThat(conflict.mine()).containsEntry("city", "Brugge");
        assertThat(conflict.theirs()).containsEntry("city", "Gent");
        assertThat(conflict.changed()).containsOnlyKeys("city");
    }

    @Test
    void whatTheReaderLeftAloneStaysAsTheOtherLeftIt() {
        Conflict conflict = between(Map.of("city", "Aalst", "phone", "", "name", "Beton & Co"));
        assertThat(conflict.fields()).isEmpty();
        assertThat(conflict.changed()).isEqualTo(Map.of("name", "Beton & Co"));
    }

    @Test
    void whatTheReaderEmptiedIsTheirs() {
        Conflict conflict = between(Map.of("city", " "));
        assertThat(conflict.mine()).containsEntry("city", "");
        assertThat(conflict.changed()).containsEntry("city", " ");
    }

    @Test
    void emptyFieldIsTheSameAsNone() {
        assertThat(Conflict.between(Map.of("street", " "), Map.of("street", ""), KEPT)
                        .changed())
                .isEmpty();
        assertThat(Conflict.between(Map.of("street", "Kaai 1"), Map.of("street", ""), KEPT)
                        .changed())
                .containsEntry("street", "Kaai 1");
    }

    @Test
    void boxesAreTickedInNoOrder() {
        assertThat(between(Map.of("contactRoles", "INVOICING, QUALITY")).changed())
                .isEmpty();
    }

    @Test
    void wordsThatChangedPlacesAreAnotherText() {
        Conflict conflict = Conflict.between(
                Map.of("function", "Quality, Manager"),
                Map.of("function", "Manager, Quality"),
                Map.of("function", "Manager, Quality"));
        assertThat(conflict.changed()).isEqualTo(Map.of("function", "Quality, Manager"));
    }

    @Test
    void formThatDoesNotSayWhatItHeldIsComparedWithWhatIsKept() {
        Conflict conflict = Conflict.between(Map.of("city", "Brugge", "name", "Beton"), Map.of(), KEPT);
        assertThat(conflict.fields()).containsExactly("city");
    }

    @Test
    void whoeverTypedTheSameHasNoConflict() {
        assertThat(between(KEPT).changed()).isEmpty();
        assertThat(between(Map.of()).changed()).isEmpty();
    }

    private static Conflict between(Map<String, String> typed) {
        return Conflict.between(typed, BEFORE, KEPT);
    }
}

package org.sluis.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ConflictTest {

    private static final Map<String, String> KEPT =
            Map.of("city", "Gent", "phone", "+32 9 1", "name", "Beton", "contactRoles", "QUALITY, INVOICING");

    @Test
    void saysBothValuesOfWhatDiffers() {
        Conflict conflict = Conflict.between(Map.of("city", "Brugge", "phone", "+32 9 1", "name", "Beton"), KEPT);
        assertThat(conflict.fields()).containsExactly("city");
        assertThat(conflict.mine()).containsEntry("city", "Brugge");
        assertThat(conflict.theirs()).containsEntry("city", "Gent");
    }

    @Test
    void emptyFieldIsTheSameAsNone() {
        assertThat(Conflict.between(Map.of("street", " "), KEPT).fields()).isEmpty();
        assertThat(Conflict.between(Map.of("city", ""), KEPT).mine()).containsEntry("city", "");
        assertThat(Conflict.between(Map.of("street", "Kaai 1"), KEPT).theirs()).containsEntry("street", "");
    }

    @Test
    void whatWasNotTypedIsNotDecidedOn() {
        assertThat(Conflict.between(Map.of(), KEPT).fields()).isEmpty();
    }

    @Test
    void whoeverTypedTheSameHasNoConflict() {
        assertThat(Conflict.between(KEPT, KEPT).fields()).isEmpty();
    }
}

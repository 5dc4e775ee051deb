package org.sluis.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Contact roles on their way to the database and back. */
class ContactRolesConverterTest {

    private final ContactRolesConverter converter = new ContactRolesConverter();

    @Test
    void writesWhatItReads() {
        Set<ContactRole> roles = Set.of(ContactRole.QUALITY, ContactRole.CONTACT);
        assertThat(converter.convertToDatabaseColumn(roles)).isEqualTo("{CONTACT,QUALITY}");
        assertThat(converter.convertToEntityAttribute("{CONTACT,QUALITY}")).isEqualTo(roles);
        assertThat(converter.convertToEntityAttribute(new Object[] {"QUALITY", "CONTACT"}))
                .isEqualTo(roles);
    }

    @Test
    void nothingIsAnEmptyArray() {
        assertThat(converter.convertToDatabaseColumn(Set.of())).isEqualTo("{}");
        for (Object empty : new Object[] {"{}", new Object[0]}) {
            assertThat(converter.convertToEntityAttribute(empty)).isEmpty();
        }
        assertThat(converter.convertToEntityAttribute(null)).isEmpty();
    }
}

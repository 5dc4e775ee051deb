package org.sluis.people;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Contact roles as PostgreSQL writes an array of texts. */
@Converter
public class ContactRolesConverter implements AttributeConverter<Set<ContactRole>, Object> {

    @Override
    public Object convertToDatabaseColumn(@Nullable Set<ContactRole> roles) {
        return roles == null
                ? "{}"
                : roles.stream().map(Enum::name).sorted().collect(Collectors.joining(",", "{", "}"));
    }

    @Override
    public Set<ContactRole> convertToEntityAttribute(@Nullable Object column) {
        String names = column == null ? "" : column.toString().replaceAll("[{}]", "");
        return names.isEmpty()
                ? Set.of()
                : Arrays.stream(names.split(",", -1)).map(ContactRole::valueOf).collect(Collectors.toSet());
    }
}

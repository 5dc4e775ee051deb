package org.sluis.people;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Contact roles as an array of texts: written as PostgreSQL spells one, read as the persistence provider unpacks it. */
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
        return names(column).map(ContactRole::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<String> names(@Nullable Object column) {
        if (column instanceof Object[] names) {
            return Arrays.stream(names).map(String::valueOf);
        }
        String spelt = column == null ? "" : column.toString().replaceAll("[{}]", "");
        return spelt.isEmpty() ? Stream.empty() : Arrays.stream(spelt.split(",", -1));
    }
}

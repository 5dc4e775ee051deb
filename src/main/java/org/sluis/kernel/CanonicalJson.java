package org.sluis.kernel;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Facts as JSON in one spelling (RFC 8785): members sorted by name, no white space, whole numbers that every reader of JSON
 * keeps (RFC 7493). What is absent is left out, so there is no null. A record is an object, an {@link Optional} its value; texts,
 * whole numbers, truth values, identifiers, hashes, instants and constants are values; a list is one of these. Characters
 * that PostgreSQL's {@code jsonb} cannot hold, NUL and halves of surrogate pairs, become U+FFFD.
 */
public final class CanonicalJson {

    private static final long GREATEST = (1L << 53) - 1;
    private static final char REPLACEMENT = '\uFFFD';

    private static final ClassValue<List<Member>> MEMBERS = new ClassValue<>() {
        @Override
        protected List<Member> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents())
                    .sorted(Comparator.comparing(RecordComponent::getName))
                    .map(Member::of)
                    .toList();
        }
    };

    private CanonicalJson() {}

    /** @throws IllegalArgumentException where a component has a type that has no place in facts */
    public static String of(Facts facts) {
        return object(facts);
    }

    private static String object(Object facts) {
        if (!facts.getClass().isRecord()) {
            throw new IllegalArgumentException("facts are records, not " + facts.getClass());
        }
        return MEMBERS.get(facts.getClass()).stream()
                .flatMap(member -> member.written(facts).stream())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String value(Object value) {
        if (value instanceof Boolean || value instanceof Integer) {
            return value.toString();
        }
        if (value instanceof Long number) {
            return number(number);
        }
        if (value instanceof Collection<?> values) {
            return values.stream().map(CanonicalJson::value).collect(Collectors.joining(",", "[", "]"));
        }
        return text(textOf(value));
    }

    private static String textOf(Object value) {
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof Sha256 hash) {
            return hash.hex();
        }
        if (value instanceof String || value instanceof UUID || value instanceof Instant) {
            return value.toString();
        }
        throw new IllegalArgumentException("no fact is a " + value.getClass());
    }

    private static String number(long number) {
        if (number < -GREATEST || number > GREATEST) {
            throw new IllegalArgumentException("not every reader keeps the number " + number);
        }
        return Long.toString(number);
    }

    private static String text(String text) {
        StringBuilder written = new StringBuilder(text.length() + 2).append('"');
        for (int at = 0; at < text.length(); at++) {
            char next = text.charAt(at);
            boolean whole = Character.isHighSurrogate(next)
                    ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                    : !Character.isLowSurrogate(next) || (at > 0 && Character.isHighSurrogate(text.charAt(at - 1)));
            append(written, whole && next != 0 ? next : REPLACEMENT);
        }
        return written.append('"').toString();
    }

    private static void append(StringBuilder written, char next) {
        switch (next) {
            case '"' -> written.append("\\\"");
            case '\\' -> written.append("\\\\");
            case '\b' -> written.append("\\b");
            case '\f' -> written.append("\\f");
            case '\n' -> written.append("\\n");
            case '\r' -> written.append("\\r");
            case '\t' -> written.append("\\t");
            default -> {
                if (next < ' ') {
                    written.append("\\u%04x".formatted((int) next));
                } else {
                    written.append(next);
                }
            }
        }
    }

    /** A component of a record, and its name as JSON writes it. */
    private record Member(String name, Method accessor) {

        static Member of(RecordComponent component) {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return new Member(text(component.getName()), accessor);
        }

        Optional<String> written(Object facts) {
            Object value = value(facts);
            return (value instanceof Optional<?> optional ? optional : Optional.of(value))
                    .map(present -> name + ":" + CanonicalJson.value(present));
        }

        private Object value(Object facts) {
            @Nullable Object value;
            try {
                value = accessor.invoke(facts);
            } catch (ReflectiveOperationException impossible) {
                throw new IllegalStateException("a record's own accessor failed", impossible);
            }
            if (value == null) {
                throw new IllegalArgumentException(name + " is null, and not absent");
            }
            return value;
        }
    }
}

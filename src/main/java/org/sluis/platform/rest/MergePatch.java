package org.sluis.platform.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.PlainText;
import org.sluis.kernel.ProblemException;

/**
 * Members of a JSON merge patch (RFC 7396) laid over what is there: an absent one stays, {@code null} or an empty text
 * clears. Refusals are {@code invalid-member} and name the member.
 */
public final class MergePatch {

    private MergePatch() {}

    /** The names of the members that were sent, for the trail; never what they say. */
    public static List<String> sent(Record patch) {
        return Arrays.stream(patch.getClass().getRecordComponents())
                .filter(member -> isSent(patch, member))
                .map(RecordComponent::getName)
                .sorted()
                .toList();
    }

    private static boolean isSent(Record patch, RecordComponent member) {
        try {
            return member.getAccessor().invoke(patch) != null;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("a record's own accessor failed", impossible);
        }
    }

    /** One line of text of at most {@code longest} characters. */
    public static Optional<String> line(String member, @Nullable JsonNode sent, Optional<String> current, int longest) {
        if (sent == null) {
            return current;
        }
        return text(member, sent).filter(text -> !text.isBlank()).map(text -> PlainText.line(member, text, longest));
    }

    /** A text as it was sent; {@code null} clears. */
    public static Optional<String> text(String member, JsonNode sent) {
        if (sent.isNull()) {
            return Optional.empty();
        }
        if (!sent.isTextual()) {
            throw ProblemException.invalid(member, "type");
        }
        return Optional.of(sent.textValue());
    }

    /** The same, in a shape. */
    public static Optional<String> line(
            String member, @Nullable JsonNode sent, Optional<String> current, Pattern shape) {
        Optional<String> text = line(member, sent, current, Integer.MAX_VALUE);
        if (sent != null && text.isPresent() && !shape.matcher(text.get()).matches()) {
            throw ProblemException.invalid(member, "format");
        }
        return text;
    }

    /** The same for a member that cannot be cleared. */
    public static String required(String member, @Nullable JsonNode sent, String current, int longest) {
        return line(member, sent, Optional.of(current), longest)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> ProblemException.invalid(member, "missing"));
    }

    public static boolean flag(String member, @Nullable JsonNode sent, boolean current) {
        if (sent == null) {
            return current;
        }
        if (!sent.isBoolean()) {
            throw ProblemException.invalid(member, "type");
        }
        return sent.booleanValue();
    }

    /** A list of names, none twice. */
    public static <E extends Enum<E>> Set<E> names(
            String member, @Nullable JsonNode sent, Set<E> current, Class<E> type) {
        if (sent == null) {
            return current;
        }
        if (sent.isNull()) {
            return Set.of();
        }
        if (!sent.isArray()) {
            throw ProblemException.invalid(member, "type");
        }
        Set<E> named = EnumSet.noneOf(type);
        for (JsonNode name : sent) {
            if (!named.add(named(member, name.asText(), type))) {
                throw ProblemException.invalid(member, "twice");
            }
        }
        return named;
    }

    public static <E extends Enum<E>> E named(String member, String name, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid(member, "unknown"));
    }
}

package org.sluis.platform.rest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.temporal.Temporal;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one way a view leaves the portal, for the API, pages, mails and exports alike: declared members only. */
public final class Concealment {

    private Concealment() {}

    /** The members of {@code view} that one of {@code readers} may have, in the order of the record. */
    public static Shown shown(Record view, Set<Audience> readers) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (RecordComponent member : view.getClass().getRecordComponents()) {
            if (isFor(member, readers)) {
                members.put(member.getName(), written(value(view, member), readers));
            }
        }
        return new Shown(members);
    }

    /**
     * Whether {@code readers} may have a member of every view of this type, so that they may also search, sort and
     * filter by it. What depends on the thing itself, such as who sent it, is not theirs to search by.
     *
     * @throws IllegalArgumentException where the type has no such member
     */
    public static boolean shows(Class<? extends Record> view, String member, Set<Audience> readers) {
        return Arrays.stream(view.getRecordComponents())
                .filter(component -> component.getName().equals(member))
                .findFirst()
                .map(component -> isFor(component, readers))
                .orElseThrow(() -> new IllegalArgumentException(view.getName() + " has no " + member));
    }

    private static boolean isFor(RecordComponent member, Set<Audience> readers) {
        return Optional.ofNullable(member.getAnnotation(VisibleTo.class))
                .filter(declared -> Arrays.stream(declared.value()).anyMatch(readers::contains))
                .isPresent();
    }

    private static @Nullable Object written(Object value, Set<Audience> readers) {
        if (value instanceof Optional<?> optional) {
            return optional.isPresent() ? written(optional.get(), readers) : null;
        }
        if (value instanceof Record nested) {
            return shown(nested, readers);
        }
        if (value instanceof Collection<?> several) {
            return several.stream().map(one -> written(one, readers)).toList();
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value;
        }
        if (value instanceof String || value instanceof UUID || value instanceof Temporal || value instanceof Enum<?>) {
            return value.toString();
        }
        throw new IllegalStateException("a view holds words, numbers and views, not " + value.getClass());
    }

    private static Object value(Record view, RecordComponent member) {
        try {
            member.getAccessor().setAccessible(true);
            return member.getAccessor().invoke(view);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException("a record's own accessor failed", impossible);
        }
    }
}

package org.sluis.platform.rest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one way a view leaves the portal, for the API, pages, mails and exports alike: declared members only. */
public final class Concealment {

    private Concealment() {}

    /** The members of {@code view} that one of {@code readers} may have, in the order of the record. */
    public static Map<String, Object> shown(Record view, Set<Audience> readers) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (RecordComponent member : view.getClass().getRecordComponents()) {
            VisibleTo declared = member.getAnnotation(VisibleTo.class);
            if (declared != null && Arrays.stream(declared.value()).anyMatch(readers::contains)) {
                members.put(member.getName(), written(value(view, member), readers));
            }
        }
        return members;
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
        return value instanceof Number || value instanceof Boolean ? value : value.toString();
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

package org.sluis.platform.rest;

import java.time.temporal.Temporal;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The one way a view leaves the portal, for the API, pages, mails and exports alike: declared members only. */
public final class FieldFilter {

    private FieldFilter() {}

    /** The members of {@code view} that one of {@code readers} may have, in the order of the record. */
    public static FilteredView shown(Record view, Set<Audience> readers) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        for (DeclaredMember member : DeclaredMember.of(view.getClass())) {
            if (member.isFor(readers)) {
                members.put(member.name(), written(member.in(view), readers));
            }
        }
        return new FilteredView(members);
    }

    /**
     * Whether {@code readers} may have a member of every view of this type, so that they may also search, sort and
     * filter by it. What depends on the thing itself, such as who sent it, is not theirs to search by.
     *
     * @throws IllegalArgumentException where the type has no such member
     */
    public static boolean shows(Class<? extends Record> view, String member, Set<Audience> readers) {
        return DeclaredMember.of(view).stream()
                .filter(declared -> declared.name().equals(member))
                .findFirst()
                .map(declared -> declared.isFor(readers))
                .orElseThrow(() -> new IllegalArgumentException(view.getName() + " has no " + member));
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
}

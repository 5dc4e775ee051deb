package org.sluis.platform.rest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A member of a view and whom it is declared for, read from its type once: reading declarations anew for each view took
 * half of a list's time.
 *
 * @param audiences empty where it declares nobody
 */
record DeclaredMember(String name, Method accessor, Set<Audience> audiences) {

    private static final ClassValue<List<DeclaredMember>> OF = new ClassValue<>() {
        @Override
        protected List<DeclaredMember> computeValue(Class<?> view) {
            return Arrays.stream(view.getRecordComponents())
                    .map(DeclaredMember::of)
                    .toList();
        }
    };

    /** The members of a type of views, in the order of the record. */
    static List<DeclaredMember> of(Class<? extends Record> view) {
        return OF.get(view);
    }

    private static DeclaredMember of(RecordComponent component) {
        Set<Audience> audiences = EnumSet.noneOf(Audience.class);
        Optional.ofNullable(component.getAnnotation(VisibleTo.class))
                .ifPresent(declared -> Collections.addAll(audiences, declared.value()));
        component.getAccessor().setAccessible(true);
        return new DeclaredMember(component.getName(), component.getAccessor(), Set.copyOf(audiences));
    }

    boolean isFor(Set<Audience> readers) {
        return !Collections.disjoint(audiences, readers);
    }

    Object in(Record view) {
        try {
            return accessor.invoke(view);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException("a record's own accessor failed", impossible);
        }
    }
}

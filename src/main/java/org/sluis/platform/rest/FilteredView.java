package org.sluis.platform.rest;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one reader gets of a view: the members declared for that reader, by name, and nothing else (promise B4). Only
 * {@link FieldFilter} and the frames of this package make one; answers of the API and models of pages take nothing but
 * this, so what was never declared has no way out.
 */
public final class FilteredView extends AbstractMap<String, Object> {

    private final Map<String, Object> members;

    FilteredView(Map<String, Object> members) {
        this.members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        return members.get(name);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return members.containsKey(name);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return members.entrySet();
    }
}

package org.sluis.documents;

import jakarta.ws.rs.core.UriBuilder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The address of the list of documents: what it is filtered by is kept in it, so that it can be kept, sent on and gone back to.
 *
 * @param filters what was asked for, parameter by parameter, without those that ask for nothing
 */
record ListAddress(Map<String, String> filters) {

    private static final String LIST = "/portal/documents";

    /** @param asked parameter by parameter, in the order of the page */
    static ListAddress of(Map<String, ? extends @Nullable String> asked) {
        Map<String, String> filters = new LinkedHashMap<>();
        asked.forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                filters.put(name, value.strip());
            }
        });
        return new ListAddress(filters);
    }

    /** Where each filter is gone and the others stay. */
    Map<String, String> removals() {
        Map<String, String> addresses = new LinkedHashMap<>();
        filters.keySet().forEach(gone -> {
            Map<String, String> left = new LinkedHashMap<>(filters);
            left.remove(gone);
            addresses.put(gone, new ListAddress(left).with(Map.of()));
        });
        return addresses;
    }

    /** The address with these parameters as well. */
    String with(Map<String, String> more) {
        UriBuilder address = UriBuilder.fromPath(LIST);
        Map<String, Object> values = new LinkedHashMap<>(filters);
        values.putAll(more);
        values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.buildFromMap(values).toString();
    }
}

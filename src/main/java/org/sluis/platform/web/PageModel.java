package org.sluis.platform.web;

import jakarta.enterprise.context.RequestScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluis.platform.rest.FilteredView;

/**
 * What a page is given to show: things as this reader may see them, the reader's own words, and what the page is to do.
 * Nothing else goes into a page, so that a page shows a member to exactly those the API shows it to (promise B4).
 */
@RequestScoped
public class PageModel {

    /** Between the words of a field that holds several. */
    public static final String AND = ", ";

    private final Map<String, @Nullable Object> models = new HashMap<>(Map.of("complaints", Map.of()));

    /** A thing as this reader may see it. */
    public void show(String name, @Nullable FilteredView thing) {
        models.put(name, thing);
    }

    /** Several things as this reader may see them; none for "not asked". */
    public void showAll(String name, @Nullable List<FilteredView> things) {
        models.put(name, things);
    }

    /** A word of the page's own, or one that the reader sent. */
    public void say(String name, @Nullable String word) {
        models.put(name, word);
    }

    /** Words to choose from. */
    public void offer(String name, List<String> words) {
        models.put(name, words);
    }

    /** What is wrong with a form in the reader's language, field by field in their order; nothing where all is well. */
    public void complain(Map<String, String> complaints) {
        models.put("complaints", complaints);
    }

    /** What the reader typed into a form, field by field. */
    public void repeat(String name, Map<String, String> typed) {
        models.put(name, typed);
    }

    /**
     * What stands in a form, field by field: what is kept, as this reader may see it, and over it what they typed. Several
     * words in one field have {@link #AND} between them.
     */
    public void fill(String name, List<FilteredView> kept, Map<String, String> typed) {
        Map<String, String> fields = asFields(kept);
        fields.putAll(typed);
        models.put(name, fields);
    }

    /** What is kept as it stands in a form. */
    public static Map<String, String> asFields(List<FilteredView> kept) {
        Map<String, String> fields = new HashMap<>();
        for (FilteredView thing : kept) {
            thing.forEach((member, value) -> written(value).ifPresent(text -> fields.put(member, text)));
        }
        return fields;
    }

    /** Whether the page shows a part of itself. */
    public void flag(String name, boolean set) {
        models.put(name, set);
    }

    /** What it was given. */
    Map<String, @Nullable Object> shown() {
        return models;
    }

    private static Optional<String> written(@Nullable Object value) {
        if (value instanceof Collection<?> several) {
            return Optional.of(several.stream().map(String::valueOf).collect(Collectors.joining(AND)));
        }
        return value == null || value instanceof FilteredView ? Optional.empty() : Optional.of(value.toString());
    }
}

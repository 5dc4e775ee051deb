package org.sluis.inspection;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.Config;
import org.sluis.inspection.parsing.MediaTypes;

/**
 * The categories of documents, from the configuration: {@code sluis.category.names} lists them, and
 * {@code sluis.category.<name>.types}, {@code .limit} and {@code .access-days} describe each. Defaults come with the program.
 */
public final class Categories {

    private static final int MOST_DAYS = 36_500;

    private final Map<String, Category> byName;

    Categories(Map<String, Category> byName) {
        this.byName = byName;
    }

    /** @throws IllegalStateException naming the key that is missing or senseless */
    public static Categories from(Config config) {
        Map<String, Category> found = new LinkedHashMap<>();
        for (String name : list(config, "sluis.category.names")) {
            String key = "sluis.category." + name;
            Set<String> types = new LinkedHashSet<>(list(config, key + ".types"));
            for (String type : types) {
                if (MediaTypes.extensions(type).isEmpty()) {
                    throw new IllegalStateException(key + ".types names a type the portal cannot check: " + type);
                }
            }
            found.put(
                    name, new Category(name, types, limit(config, key + ".limit"), days(config, key + ".access-days")));
        }
        return new Categories(found);
    }

    private static List<String> list(Config config, String key) {
        return List.of(config.getOptionalValue(key, String[].class)
                .orElseThrow(() -> new IllegalStateException(key + " is missing")));
    }

    private static long limit(Config config, String key) {
        long limit = config.getOptionalValue(key, Long.class)
                .orElseThrow(() -> new IllegalStateException(key + " is missing"));
        if (limit <= 0) {
            throw new IllegalStateException(key + " must be more than nothing");
        }
        return limit;
    }

    private static Optional<Integer> days(Config config, String key) {
        Optional<Integer> days = config.getOptionalValue(key, String.class).map(text -> days(key, text.strip()));
        if (days.filter(number -> number < 1 || number > MOST_DAYS).isPresent()) {
            throw new IllegalStateException("%s must be a number of days from 1 to %d".formatted(key, MOST_DAYS));
        }
        return days;
    }

    private static int days(String key, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException noNumber) {
            throw new IllegalStateException(key + " is no number of days: " + text, noNumber);
        }
    }

    /**
     * A scanner sees longer content in windows only, which is honest where it has no inner structure for a scanner to
     * follow: sound and film.
     *
     * @param window bytes a scanner is sent as one
     * @throws IllegalStateException naming the category that allows more, and other content
     */
    public Categories requireScannable(long window) {
        byName.values().stream()
                .filter(category -> category.limit() > window)
                .filter(category -> !category.types().stream().allMatch(MediaTypes::isRecording))
                .findFirst()
                .ifPresent(category -> {
                    throw new IllegalStateException("sluis.category." + category.name()
                            + ".limit is more than sluis.scanner.window, which only sound and film may have");
                });
        return this;
    }

    public Optional<Category> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    public Collection<Category> all() {
        return byName.values();
    }

    /** The most bytes any category takes: the bound of what is read before the category is known. */
    public long largestLimit() {
        return byName.values().stream().mapToLong(Category::limit).max().orElse(0);
    }
}

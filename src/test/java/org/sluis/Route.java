package org.sluis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One line of a table of routes in the manual.
 *
 * @param roles who may call it: names of roles, or {@code public} alone
 */
public record Route(String verb, String path, Set<String> roles) implements Comparable<Route> {

    private static final Path MANUAL = Path.of("src/site/markdown/routes.md");
    private static final Pattern LINE = Pattern.compile("\\| `([A-Z]+)` \\| `(/[^`]+)` \\| ([a-z, ]+?) \\|.*");

    public Route {
        roles = Set.copyOf(roles);
    }

    /** Every route of the REST interface. */
    public static Set<Route> inTheManual() {
        return below("/api/");
    }

    /** Every route of the pages. */
    public static Set<Route> ofPages() {
        return below("/portal/");
    }

    private static Set<Route> below(String root) {
        try {
            return Files.readAllLines(MANUAL).stream()
                    .map(LINE::matcher)
                    .filter(Matcher::matches)
                    .filter(line -> line.group(2).startsWith(root))
                    .map(line -> new Route(line.group(1), line.group(2), names(line.group(3))))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public String address() {
        return verb + " " + path;
    }

    public boolean isPublic() {
        return roles.contains("public");
    }

    private static Set<String> names(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).collect(Collectors.toSet());
    }

    @Override
    public int compareTo(Route other) {
        return Comparator.comparing(Route::address)
                .thenComparing(route -> new TreeSet<>(route.roles()).toString())
                .compare(this, other);
    }
}

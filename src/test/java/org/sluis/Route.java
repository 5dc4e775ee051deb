package org.sluis;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One line of a table of routes in the manual, or what a resource declares to be one.
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

    /** What a resource answers below {@code base}. */
    public static Stream<Route> of(String base, Class<?> resource) {
        return Arrays.stream(resource.getMethods()).flatMap(method -> of(base, resource, method).stream());
    }

    /** What one method of a resource or page answers, if it is one that does. */
    public static Optional<Route> of(String base, Class<?> resource, Method method) {
        return verb(method).map(verb -> new Route(verb, path(base, resource, method), roles(resource, method)));
    }

    public String address() {
        return verb + " " + path;
    }

    public boolean isPublic() {
        return roles.contains("public");
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .flatMap(annotation ->
                        Optional.ofNullable(annotation.annotationType().getAnnotation(HttpMethod.class)).stream())
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String path(String base, Class<?> resource, Method method) {
        String below = Optional.ofNullable(method.getAnnotation(jakarta.ws.rs.Path.class))
                .map(path -> "/" + path.value())
                .orElse("");
        return base + resource.getAnnotation(jakarta.ws.rs.Path.class).value() + below;
    }

    private static Set<String> roles(Class<?> resource, Method method) {
        if (method.isAnnotationPresent(PermitAll.class)) {
            return Set.of("public");
        }
        return Optional.ofNullable(method.getAnnotation(RolesAllowed.class))
                .or(() -> Optional.ofNullable(resource.getAnnotation(RolesAllowed.class)))
                .map(roles -> Set.of(roles.value()))
                .orElse(Set.of());
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

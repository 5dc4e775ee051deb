package org.sluis.platform.web;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The addresses of pages that can be read, among those that only a form draws. */
public final class ReadablePages {

    private final String root;
    private final List<Pattern> addresses;

    /**
     * @param root below which the pages are
     * @param pages their classes
     */
    public ReadablePages(String root, Collection<Class<?>> pages) {
        this.root = root;
        this.addresses = pages.stream()
                .filter(page -> page.isAnnotationPresent(Path.class))
                .flatMap(page -> Arrays.stream(page.getMethods())
                        .filter(method -> method.isAnnotationPresent(GET.class))
                        .map(method -> address(root, page, method)))
                .toList();
    }

    /** The page at that path, or else the next above it; none where the path leads to no page. */
    Optional<String> nearest(String path) {
        String above = path;
        while (above.startsWith(root + "/")) {
            if (isRead(above)) {
                return Optional.of(above);
            }
            above = above.substring(0, above.lastIndexOf('/'));
        }
        return Optional.empty();
    }

    private boolean isRead(String path) {
        return addresses.stream().anyMatch(address -> address.matcher(path).matches());
    }

    private static Pattern address(String root, Class<?> page, Method method) {
        String path = root + "/" + page.getAnnotation(Path.class).value()
                + Optional.ofNullable(method.getAnnotation(Path.class))
                        .map(below -> "/" + below.value())
                        .orElse("");
        return Pattern.compile(Arrays.stream(path.split("\\{[^}]+}", -1))
                .map(Pattern::quote)
                .reduce((before, after) -> before + "[^/]+" + after)
                .orElseThrow());
    }
}

package org.sluis;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An address of the pages where something is changed, as its class declares it.
 *
 * @param multipart whether files may come with it
 */
public record PageForm(Route route, boolean multipart) {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /** Every one there is. */
    public static Stream<PageForm> all() {
        return new Pages()
                .getClasses().stream()
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .flatMap(PageForm::of);
    }

    private static Stream<PageForm> of(Class<?> page) {
        return Arrays.stream(page.getMethods())
                .flatMap(method -> Route.of("/portal/", page, method)
                        .filter(route -> !READING.contains(route.verb()))
                        .map(route -> new PageForm(
                                route,
                                method.isAnnotationPresent(Consumes.class)
                                        && Set.of(method.getAnnotation(Consumes.class)
                                                        .value())
                                                .contains(MediaType.MULTIPART_FORM_DATA)))
                        .stream());
    }

    @Override
    public String toString() {
        return route.address();
    }
}

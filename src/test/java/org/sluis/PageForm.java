package org.sluis;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * An address of the pages where something is changed, as its class declares it.
 *
 * @param takes the media type it takes; none for what a form sends unless told otherwise
 */
public record PageForm(Route route, Optional<String> takes) {

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
                                Optional.ofNullable(method.getAnnotation(Consumes.class))
                                        .map(consumes -> consumes.value()[0])))
                        .stream());
    }

    /** Whether files may come with it. */
    public boolean multipart() {
        return takes.filter(MediaType.MULTIPART_FORM_DATA::equals).isPresent();
    }

    /** Whether scripts send bytes to it that are no form. */
    public boolean bytes() {
        return takes.isPresent()
                && !multipart()
                && takes.filter(MediaType.APPLICATION_FORM_URLENCODED::equals).isEmpty();
    }

    @Override
    public String toString() {
        return route.address();
    }
}

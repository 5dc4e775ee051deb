package org.sluis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One table says who may call what: the manual's. The resources and the published description must agree with it. */
class RoutesTest {

    private final Set<Route> declared = Route.inTheManual();

    @Test
    void resourcesAnswerWhatTheManualSaysToWhomItSays() {
        Set<Route> answered = new RestApi()
                .getClasses().stream()
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .flatMap(RoutesTest::routes)
                        .collect(Collectors.toCollection(TreeSet::new));
        assertThat(answered).isNotEmpty().isEqualTo(declared);
    }

    @Test
    void descriptionNamesExactlyTheSameAddresses() throws IOException {
        Set<String> described = new TreeSet<>();
        for (Map.Entry<String, JsonNode> path : description().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                described.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
            }
        }
        assertThat(described)
                .isEqualTo(declared.stream().map(Route::address).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static JsonNode description() throws IOException {
        try (InputStream json = Objects.requireNonNull(RoutesTest.class.getResourceAsStream("/api/openapi.json"))) {
            return new ObjectMapper().readTree(json);
        }
    }

    private static Stream<Route> routes(Class<?> resource) {
        return Arrays.stream(resource.getMethods())
                .flatMap(method -> verb(method).stream()
                        .map(verb -> new Route(verb, path(resource, method), roles(resource, method))));
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .flatMap(annotation ->
                        Optional.ofNullable(annotation.annotationType().getAnnotation(HttpMethod.class)).stream())
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String path(Class<?> resource, Method method) {
        String below = Optional.ofNullable(method.getAnnotation(Path.class))
                .map(path -> "/" + path.value())
                .orElse("");
        return "/api/" + resource.getAnnotation(Path.class).value() + below;
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
}

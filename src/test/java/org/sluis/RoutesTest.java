package org.sluis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** One table says who may call what: the manual's. The resources and the published description must agree with it. */
class RoutesTest {

    private final Set<Route> declared = Route.inTheManual();

    @Test
    void resourcesAnswerWhatTheManualSaysToWhomItSays() {
        Set<Route> answered = new RestApi()
                .getClasses().stream()
                        .filter(type -> type.isAnnotationPresent(Path.class))
                        .flatMap(type -> Route.of("/api/", type))
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
}

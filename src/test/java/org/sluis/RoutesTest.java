package org.sluis;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Application;
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
        assertThat(answered(new RestApi(), "/api/")).isNotEmpty().isEqualTo(declared);
    }

    @Test
    void pagesAnswerWhatTheManualSaysToWhomItSays() {
        assertThat(answered(new Pages(), "/portal/")).isNotEmpty().isEqualTo(Route.ofPages());
    }

    /** Outside programs are generated from the description, so nothing in it is left to guess. */
    @Test
    void descriptionSaysWhatEveryRouteAnswersAndHowItRefuses() throws IOException {
        JsonNode description = description();
        for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String address = operation.getKey() + " " + path.getKey();
                JsonNode responses = operation.getValue().path("responses");
                assertThat(responses.at("/default/$ref").asText()).as(address).endsWith("/Problem");
                boolean hasNoBody = operation.getKey().equals("head");
                for (Map.Entry<String, JsonNode> response : responses.properties()) {
                    boolean saysItInHeaders = response.getValue().has("headers")
                            && !response.getValue().has("content");
                    if (response.getKey().matches("20[0-36]") && !hasNoBody && !saysItInHeaders) {
                        assertSchemas(address, response.getValue(), description);
                    }
                }
                if (operation.getValue().has("requestBody")) {
                    assertSchemas(address, operation.getValue().path("requestBody"), description);
                }
            }
        }
    }

    @Test
    void descriptionSaysWhichPartsAnUploadHas() throws IOException {
        JsonNode paths = description().path("paths");
        String schema = "/post/requestBody/content/multipart~1form-data/schema";
        assertThat(paths.path("/api/documents").at(schema + "/required"))
                .extracting(JsonNode::asText)
                .containsExactly("metadata", "file");
        assertThat(paths.path("/api/documents/{id}/versions")
                        .at(schema + "/properties/file/format")
                        .asText())
                .isEqualTo("binary");
    }

    /** Each content has a schema, and one by reference has members or values. */
    private static void assertSchemas(String address, JsonNode holder, JsonNode description) {
        assertThat(holder.path("content")).as(address).isNotEmpty();
        for (JsonNode content : holder.path("content")) {
            JsonNode schema = content.path("schema");
            assertThat(schema).as(address).isNotEmpty();
            if (schema.has("$ref")) {
                JsonNode named = description.at(schema.path("$ref").asText().substring(1));
                assertThat(named.path("properties")).as(address).isNotEmpty();
            }
        }
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

    private static Set<Route> answered(Application application, String root) {
        return application.getClasses().stream()
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(type -> Route.of(root, type))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}

package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The description of the API as a promise: what the portal really answers must be as described. Every answer that {@link
 * RestClient} gets is compared with it: the status, the type of the content, and each member by type, shape and whether it
 * may be null. What a reader may not have is left out of an answer, so that no member has to be there.
 */
final class Description {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Description MADE_BY_THE_BUILD = read();

    private final JsonNode root;

    private Description(JsonNode root) {
        this.root = root;
    }

    private static Description read() {
        try (InputStream json = Objects.requireNonNull(Description.class.getResourceAsStream("/api/openapi.json"))) {
            return new Description(JSON.readTree(json));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Fails where the answer is not as described; what is addressed that does not exist is not described. */
    static void requireAsDescribed(HttpResponse<byte[]> answer) {
        String method = answer.request().method().toLowerCase(Locale.ROOT);
        String path = answer.request().uri().getPath();
        MADE_BY_THE_BUILD
                .operation(method, path)
                .ifPresent(operation -> MADE_BY_THE_BUILD.compare(operation, answer, method + " " + path));
    }

    /** The one whose path has the fewest places to fill. */
    private Optional<JsonNode> operation(String method, String path) {
        return root.path("paths").properties().stream()
                .filter(described -> path.matches(described.getKey().replaceAll("\\{[^}]+}", "[^/]+")))
                .min((one, other) -> places(one.getKey()) - places(other.getKey()))
                .map(described -> described.getValue().path(method))
                .filter(JsonNode::isObject);
    }

    private static int places(String path) {
        return path.split("\\{", -1).length;
    }

    private void compare(JsonNode operation, HttpResponse<byte[]> answer, String what) {
        String status = Integer.toString(answer.statusCode());
        JsonNode responses = operation.path("responses");
        boolean refused = answer.statusCode() >= 400;
        assertThat(responses.has(status) || (refused && responses.has("default")))
                .as("%s may answer %s", what, status)
                .isTrue();
        JsonNode response = resolved(responses.has(status) ? responses.path(status) : responses.path("default"));
        Optional<String> type = answer.headers()
                .firstValue("Content-Type")
                .map(value -> value.replaceAll(";.*", "").strip());
        if (type.isEmpty() || answer.body().length == 0 || !type.get().endsWith("json")) {
            return;
        }
        if (response.path("content").has("*/*")) {
            return;
        }
        JsonNode content = response.path("content").path(type.get());
        assertThat(content.isMissingNode())
                .as("%s may answer %s with %s", what, status, type.get())
                .isFalse();
        compare(content.path("schema"), RestClient.json(answer), what);
    }

    private void compare(JsonNode described, JsonNode value, String where) {
        JsonNode schema = resolved(described);
        if (schema.has("anyOf")) {
            compareWithOne(schema.path("anyOf"), value, where);
            return;
        }
        Set<String> types = types(schema);
        assertThat(types.isEmpty() || types.contains(type(value)) || (types.contains("number") && value.isNumber()))
                .as("%s is %s and described as %s", where, type(value), types)
                .isTrue();
        if (value.isTextual()) {
            compareText(schema, value.textValue(), where);
        }
        value.properties().forEach(member -> compareMember(schema, member.getKey(), member.getValue(), where));
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            compare(schema.path("items"), value.path(i), where + "/" + i);
        }
    }

    private void compareMember(JsonNode schema, String name, JsonNode value, String where) {
        JsonNode member = schema.path("properties").path(name);
        if (member.isObject()) {
            compare(member, value, where + "/" + name);
        }
    }

    private void compareWithOne(JsonNode choices, JsonNode value, String where) {
        AssertionError last = new AssertionError(where + " has no choice");
        for (JsonNode choice : choices) {
            try {
                compare(choice, value, where);
                return;
            } catch (AssertionError other) {
                other.addSuppressed(last);
                last = other;
            }
        }
        throw last;
    }

    private static void compareText(JsonNode schema, String text, String where) {
        if (schema.has("enum")) {
            Set<String> known = new HashSet<>();
            schema.path("enum").forEach(name -> known.add(name.asText()));
            assertThat(known).as(where).contains(text);
        }
        switch (schema.path("format").asText()) {
            case "uuid" -> assertThat(UUID.fromString(text)).as(where).hasToString(text);
            case "date-time" -> assertThat(Instant.parse(text)).as(where).hasToString(text);
            case "date" -> assertThat(LocalDate.parse(text)).as(where).hasToString(text);
            default -> assertThat(text).isNotNull();
        }
    }

    private static Set<String> types(JsonNode schema) {
        JsonNode type = schema.path("type");
        Set<String> types = new HashSet<>();
        if (type.isTextual()) {
            types.add(type.textValue());
        }
        for (Iterator<JsonNode> names = type.elements(); names.hasNext(); ) {
            types.add(names.next().asText());
        }
        return types;
    }

    private static String type(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "object";
            case ARRAY -> "array";
            case STRING -> "string";
            case BOOLEAN -> "boolean";
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            default -> "null";
        };
    }

    private JsonNode resolved(JsonNode node) {
        JsonNode reference = node.path("$ref");
        return reference.isMissingNode()
                ? node
                : resolved(root.at(reference.asText().substring(1)));
    }
}

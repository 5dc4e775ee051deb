package org.sluis.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;

/** The realm as operators import it, and the accounts and test client only demonstration and tests add to it. */
final class RealmFile {
    static final String REALM = "sluis";
    static final String PORTAL_CLIENT = "sluis-portal";
    static final String DIRECTORY_CLIENT = "sluis-directory";
    static final String DEMO_CLIENT = "sluis-demo";
    private static final ObjectMapper JSON = new ObjectMapper();

    private RealmFile() {}

    static String withDemonstration(Path realm) throws IOException {
        try (InputStream overlay =
                Objects.requireNonNull(RealmFile.class.getResourceAsStream("/stack/demo-realm.json"))) {
            return merge(JSON.readTree(Files.readString(realm)), JSON.readTree(overlay))
                    .toPrettyString();
        }
    }

    /** Objects are merged, lists joined, anything else replaced by the overlay's. */
    static JsonNode merge(JsonNode base, JsonNode overlay) {
        if (base instanceof ArrayNode list && overlay instanceof ArrayNode more) {
            return list.deepCopy().addAll(more);
        }
        if (base instanceof ObjectNode object && overlay instanceof ObjectNode changes) {
            ObjectNode merged = object.deepCopy();
            for (Map.Entry<String, JsonNode> change : changes.properties()) {
                JsonNode old = merged.get(change.getKey());
                merged.set(change.getKey(), old == null ? change.getValue() : merge(old, change.getValue()));
            }
            return merged;
        }
        return overlay;
    }
}

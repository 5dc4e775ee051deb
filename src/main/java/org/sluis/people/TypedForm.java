package org.sluis.people;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sluis.platform.rest.StrictJson;
import org.sluis.platform.web.PageModel;

/**
 * What was typed into a form. It is read as the API would read it, so that there is one set of rules, and shown again
 * beside a complaint. Fields that nobody asks for are left out.
 */
public final class TypedForm {

    /** Begins the names of hidden fields that repeat what a visible one held. */
    public static final String BEFORE = "before.";

    private final MultivaluedMap<String, String> fields;
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();
    private final Map<String, String> given = new HashMap<>();

    public TypedForm(MultivaluedMap<String, String> fields) {
        this.fields = fields;
    }

    /** Lines of text, where the form had them. */
    public TypedForm lines(String... names) {
        for (String name : names) {
            value(name).ifPresent(text -> {
                json.put(name, text);
                given.put(name, text);
            });
        }
        return this;
    }

    /** Boxes of which any number is ticked. */
    public TypedForm boxes(String name) {
        List<String> ticked = fields.getOrDefault(name, List.of());
        ArrayNode list = json.putArray(name);
        ticked.forEach(list::add);
        given.put(name, String.join(PageModel.AND, ticked));
        return this;
    }

    /** A box that is ticked or not. */
    public TypedForm box(String name) {
        boolean ticked = value(name).isPresent();
        json.put(name, ticked);
        given.put(name, String.valueOf(ticked));
        return this;
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(fields.getFirst(name));
    }

    public <T> T as(Class<T> type) {
        return StrictJson.read(StrictJson.write(json), type);
    }

    public Map<String, String> given() {
        return given;
    }

    /** What stood in the fields when the form was drawn; nothing at all where it does not say so. */
    public Map<String, String> before() {
        Map<String, String> before = new HashMap<>();
        if (fields.keySet().stream().anyMatch(name -> name.startsWith(BEFORE))) {
            given.keySet().forEach(name -> before.put(name, value(BEFORE + name).orElse("")));
        }
        return before;
    }
}

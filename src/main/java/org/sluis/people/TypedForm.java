package org.sluis.people;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Role;
import org.sluis.platform.rest.StrictJson;
import org.sluis.platform.web.PageModel;

/**
 * What was typed into a form. It is read as the API would read it, so that there is one set of rules, and shown again
 * beside a complaint. Fields that nobody asks for are left out.
 */
public final class TypedForm {

    /** Begins the names of hidden fields that repeat what a visible one held. */
    public static final String BEFORE = "before.";

    /** What no rule objects to, of members that cannot be left out. */
    private static final Map<String, String> SOUND =
            Map.of("name", "A", "givenName", "A", "familyName", "A", "email", "a@example.org");

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

    /**
     * Everything that is wrong with it: what was found first, and what {@code reading} finds of the rest with something sound in
     * place of what is known to be wrong.
     */
    List<ProblemException> wrong(Consumer<TypedForm> reading, ProblemException first) {
        Map<String, ProblemException> wrong = new LinkedHashMap<>();
        TypedForm rest = new TypedForm(fields);
        rest.json.setAll(json);
        Optional<ProblemException> found = Optional.of(first);
        while (found.isPresent() && wrong.putIfAbsent(member(found.get()), found.get()) == null) {
            rest.mend(member(found.get()));
            found = rest.refusal(reading);
        }
        return List.copyOf(wrong.values());
    }

    private Optional<ProblemException> refusal(Consumer<TypedForm> reading) {
        try {
            reading.accept(this);
            return Optional.empty();
        } catch (ProblemException refusal) {
            return Optional.of(refusal).filter(found -> found.problem() == Problem.INVALID_MEMBER);
        }
    }

    private void mend(String member) {
        json.remove(member);
        Optional.ofNullable(SOUND.get(member)).ifPresent(text -> json.put(member, text));
        if (member.equals("roles")) {
            json.putArray(member).add(Role.CLIENT.claim());
        }
    }

    private static String member(ProblemException refusal) {
        return String.valueOf(refusal.facts().get("member"));
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

package org.sluis.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What a person has put into a form of several steps, kept with their session under the form's own identifier: whoever goes
 * back a step finds it again, with script or without. The oldest make room; whoever signs in again begins with none.
 */
@ApplicationScoped
public class KeptForms {

    private static final String ATTRIBUTE = KeptForms.class.getName();
    private static final int MOST = 16;

    @Inject
    HttpServletRequest request;

    /** Puts these fields in the place of what was kept under that identifier. */
    public void keep(UUID form, Map<String, List<String>> fields) {
        Map<String, List<String>> kept = new HashMap<>();
        fields.forEach((name, values) -> {
            if (!name.equals(SessionToken.FIELD)) {
                kept.put(name, List.copyOf(values));
            }
        });
        Map<UUID, Map<String, List<String>>> forms = new LinkedHashMap<>(all());
        forms.remove(form);
        forms.put(form, kept);
        while (forms.size() > MOST) {
            forms.remove(forms.keySet().iterator().next());
        }
        request.getSession().setAttribute(ATTRIBUTE, forms);
    }

    /** The fields as they were kept last; nothing where that is forgotten, or was another session's. */
    public Optional<MultivaluedMap<String, String>> find(UUID form) {
        return Optional.ofNullable(all().get(form)).map(kept -> {
            MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
            fields.putAll(kept);
            return fields;
        });
    }

    @SuppressWarnings("unchecked") // nobody else writes it
    private Map<UUID, Map<String, List<String>>> all() {
        HttpSession session = request.getSession(false);
        Object forms = session == null ? null : session.getAttribute(ATTRIBUTE);
        return forms == null ? Map.of() : (Map<UUID, Map<String, List<String>>>) forms;
    }
}

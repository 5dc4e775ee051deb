package org.sluis.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.web.Formats;
import org.sluis.platform.web.Messages;

/** What an entry of the trail says, in words: what each fact is called, and what its values mean where they are codes. */
@ApplicationScoped
class FactWords {

    private static final Set<String> SIZES = Set.of("came", "length", "size");

    /** Facts whose values are codes with words of their own, and where those are. */
    private static final Map<String, String> CODES = Map.of(
            "right", "right.%s",
            "state", "state.%s",
            "language", "language.%s",
            "roles", "role.%s",
            "category", "category.%s",
            "rule", "rule.%s.title",
            "reason", "problem.%s.title",
            "rhythm", "mails.rhythm.%s");

    @Inject
    ActTexts acts;

    @Inject
    Formats formats;

    @Inject
    Messages messages;

    /** In the order of the entry. */
    Map<String, String> of(FilteredView entry, Locale language) {
        Map<String, String> called = acts.facts(language);
        Map<String, String> says = new LinkedHashMap<>();
        if (entry.get("facts") instanceof Collection<?> facts) {
            for (Object fact : facts) {
                if (fact instanceof Map<?, ?> said) {
                    String name = String.valueOf(said.get("name"));
                    says.put(called.getOrDefault(name, name), value(name, said, language));
                }
            }
        }
        return says;
    }

    private String value(String name, Map<?, ?> said, Locale language) {
        Object named = said.get("called");
        if (named != null) {
            return named.toString();
        }
        return said.get("values") instanceof Collection<?> values
                ? values.stream()
                        .map(value -> worded(name, value.toString(), language))
                        .collect(Collectors.joining(", "))
                : "";
    }

    private String worded(String name, String value, Locale language) {
        if (SIZES.contains(name) && value.chars().allMatch(Character::isDigit)) {
            return formats.size(Long.parseLong(value), language);
        }
        if (List.of("true", "false").contains(value)) {
            return messages.text(language, value.equals("true") ? "trail.yes" : "trail.no");
        }
        if (name.equals("purpose") && value.equals("upload")) {
            return messages.text(language, "grants.purpose.upload");
        }
        String code = CODES.get(name);
        return code == null
                ? moment(value, language)
                : messages.find(language, code.formatted(value)).orElse(value);
    }

    /** Instants as people read them, anything else as it is. */
    private String moment(String value, Locale language) {
        try {
            return value.endsWith("Z") ? formats.moment(value, language) : value;
        } catch (DateTimeException anythingElse) {
            return value;
        }
    }
}

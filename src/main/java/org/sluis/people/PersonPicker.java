package org.sluis.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.Concealment;

/** Finds persons for an administrator who wants to give one of them a right. */
@ApplicationScoped
public class PersonPicker {

    private static final Set<Audience> GRANTORS = Set.of(Audience.ADMIN);
    private static final int MAX_WORDS = 100;

    @Inject
    People people;

    /** Those whose name or e-mail contains {@code words}; nobody for nothing or for a whole text. */
    public List<Map<String, Object>> matching(String words) {
        String wanted = words.strip();
        if (wanted.isEmpty() || wanted.length() > MAX_WORDS || wanted.indexOf('\0') >= 0) {
            return List.of();
        }
        return shown(people.search(wanted));
    }

    /** Those of these identifiers that exist. */
    public List<Map<String, Object>> chosen(Collection<UUID> ids) {
        return shown(people.summaries(ids).values());
    }

    private static List<Map<String, Object>> shown(Collection<PersonSummary> persons) {
        return persons.stream()
                .map(person -> Concealment.shown(FoundPerson.of(person), GRANTORS))
                .toList();
    }
}

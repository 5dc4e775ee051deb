package org.sluis.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.Role;
import org.sluis.platform.persistence.LikePattern;
import org.sluis.platform.rest.KnownPersons;

/**
 * Finds those somebody has in mind who asks what was done with a document. Administrators find people by a part of name or
 * address, the data protection officer by the whole address: who lists nobody else's people does not leaf through them either.
 */
@ApplicationScoped
public class PersonLookup implements KnownPersons {

    private static final int MOST = 10;

    private static final String ADDRESSED =
            "select p.id from Person p where lower(p.email) = :words order by p.id desc";

    private static final String NAMED = """
            select p.id from Person p
            where lower(p.name) like :words escape '\\' or lower(p.email) like :words escape '\\'
            order by p.id desc
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    People people;

    @Inject
    PeopleTrail trail;

    /**
     * The first few that fit, last registered first. Several accounts may have had one address.
     *
     * @param words an identifier, an address or, for administrators, a part of a name or an address
     * @throws ProblemException {@code role-missing}; {@code invalid-member} for words no search can be about
     */
    @Transactional
    public List<PersonSummary> matching(Caller overseer, String words) {
        trail.requireOverseer(overseer, PeopleAction.PEOPLE_LISTED, ResourceRef.every("person"));
        String wanted = SearchWords.of(words);
        List<UUID> ids = Ids.parse(wanted).map(List::of).orElseGet(() -> found(overseer, wanted));
        Map<UUID, PersonSummary> known = people.summaries(overseer, ids);
        List<PersonSummary> matching = ids.stream()
                .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                .toList();
        trail.done(
                overseer,
                PeopleAction.PEOPLE_LISTED,
                ResourceRef.every("person"),
                PeopleFacts.Listed.of(matching.size()));
        return matching;
    }

    @Override
    @Transactional
    public Map<UUID, String> meant(Caller overseer, String words) {
        Map<UUID, String> meant = new LinkedHashMap<>();
        matching(overseer, words).forEach(person -> meant.put(person.id(), person.name()));
        return meant;
    }

    private List<UUID> found(Caller overseer, String words) {
        if (words.isEmpty()) {
            return List.of();
        }
        String small = words.toLowerCase(Locale.ROOT);
        boolean leafs = overseer.is(Role.ADMIN);
        return entities.createQuery(leafs ? NAMED : ADDRESSED, UUID.class)
                .setParameter("words", leafs ? LikePattern.containing(small) : small)
                .setMaxResults(MOST)
                .getResultList();
    }
}

package org.sluis.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sluis.kernel.Caller;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.platform.persistence.LikePattern;
import org.sluis.platform.persistence.Row;

/** Persons, organisations and teams alike, as holders of grants. */
@ApplicationScoped
public class Principals {

    private static final String NAMED = """
            select id, kind, name from principal_labels(cast(?1 as uuid[]))
            """;

    private static final int SUGGESTIONS = 20;

    /** Persons, organisations and teams as a picker shows them; a group stands for its active members. */
    private static final String PICKED = """
            (select 'PERSON', p.id, p.name, p.email, o.name, p.organisation_id, p.employee, 1
             from person p left join organisation o on o.id = p.organisation_id
             where p.active and (%1$s) %2$s)
            union all
            (select 'ORGANISATION', g.id, g.name, cast(null as text), cast(null as text), g.id, false, %5$s
             from organisation g where %3$s %4$s)
            union all
            (select 'TEAM', g.id, g.name, cast(null as text), cast(null as text), cast(null as uuid), true, %5$s
             from team g where %3$s %4$s)
            """;

    private static final String MEMBERS = """
            (select count(*) from membership m join person q on q.id = m.person_id
             where m.principal_id = g.id and m.until is null and q.active)
            """;

    private static final String FOUND = PICKED.formatted(
            "lower(p.name) like lower(?1) escape '\\' or lower(p.email) like lower(?1) escape '\\'",
            "order by p.id desc limit ?2",
            "lower(g.name) like lower(?1) escape '\\'",
            "order by g.name limit ?2",
            MEMBERS);

    private static final String CHOSEN =
            PICKED.formatted("p.id = any(cast(?1 as uuid[]))", "", "g.id = any(cast(?1 as uuid[]))", "", MEMBERS);

    private static final String REACHED = """
            select count(distinct m.person_id) from membership m join person p on p.id = m.person_id
            where m.principal_id = any(cast(?1 as uuid[])) and m.until is null and p.active
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    PeopleTrail trail;

    /** Those of these identifiers that exist, as anybody sees them who was told the identifiers. */
    @Transactional
    public Map<UUID, Principal> named(Caller reader, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<?> rows = entities.createNativeQuery(NAMED)
                .setParameter(1, Row.array(ids))
                .getResultList();
        return rows.stream()
                .map(Row::of)
                .map(Principals::principal)
                .collect(Collectors.toMap(Principal::id, Function.identity()));
    }

    /**
     * The first few whose name, or e-mail, contains {@code words}: persons last registered first, then organisations and
     * teams by name.
     *
     * @throws ProblemException {@code invalid-member} for words no search can be about
     */
    @Transactional
    public List<PrincipalView> suggestions(Caller administrator, String words) {
        return picked(
                administrator,
                entities.createNativeQuery(FOUND)
                        .setParameter(1, LikePattern.containing(SearchWords.of(words)))
                        .setParameter(2, SUGGESTIONS));
    }

    /** Those of these that exist and are active, in the order asked for. */
    @Transactional
    public List<PrincipalView> chosen(Caller administrator, List<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Query query = entities.createNativeQuery(CHOSEN).setParameter(1, Row.array(ids));
        return picked(administrator, query).stream()
                .sorted(Comparator.comparing(chosen -> ids.indexOf(chosen.id())))
                .toList();
    }

    /** How many active people act in one of these names, as far as the caller may know. */
    @Transactional
    public int reached(Caller caller, Collection<UUID> ids) {
        Object people = entities.createNativeQuery(REACHED)
                .setParameter(1, Row.array(ids))
                .getSingleResult();
        return (int) Row.of(people).number(0);
    }

    private List<PrincipalView> picked(Caller administrator, Query query) {
        List<?> rows = query.getResultList();
        trail.done(
                administrator,
                PeopleAction.PEOPLE_LISTED,
                ResourceRef.every("principal"),
                PeopleFacts.Listed.of(rows.size()));
        return rows.stream().map(Row::of).map(Principals::view).toList();
    }

    private static PrincipalView view(Row row) {
        return new PrincipalView(
                PrincipalKind.valueOf(row.text(0).orElseThrow()),
                row.id(1).orElseThrow(),
                row.text(2).orElseThrow(),
                row.text(3),
                row.text(4),
                row.id(5),
                row.flag(6),
                (int) row.number(7));
    }

    private static Principal principal(Row row) {
        return new Principal(
                row.id(0).orElseThrow(),
                PrincipalKind.valueOf(row.text(1).orElseThrow()),
                row.text(2).orElseThrow());
    }
}

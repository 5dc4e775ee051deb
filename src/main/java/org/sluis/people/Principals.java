package org.sluis.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Deed;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.platform.persistence.LikePattern;
import org.sluis.platform.persistence.Row;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;

/** Persons, organisations and teams alike, as holders of grants. */
@ApplicationScoped
public class Principals {

    private static final String NAMED = """
            select id, kind, name from principal_labels(cast(?1 as uuid[]))
            """;

    private static final int SUGGESTIONS = 20;

    private static final String FOUND = """
            (select 'PERSON', p.id, p.name, p.email, o.name, p.employee
             from person p left join organisation o on o.id = p.organisation_id
             where p.active and (lower(p.name) like lower(?1) escape '\\' or lower(p.email) like lower(?1) escape '\\')
             order by p.id desc limit ?2)
            union all
            (select 'ORGANISATION', id, name, cast(null as text), cast(null as text), false
             from organisation where lower(name) like lower(?1) escape '\\' order by name limit ?2)
            union all
            (select 'TEAM', id, name, cast(null as text), cast(null as text), true
             from team where lower(name) like lower(?1) escape '\\' order by name limit ?2)
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Event<Deed> deeds;

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
     * teams by name, as {@code caller} may see them.
     *
     * @throws ProblemException {@code invalid-member} for words no search can be about
     */
    @Transactional
    public List<FilteredView> suggestions(Caller caller, String words) {
        List<?> rows = entities.createNativeQuery(FOUND)
                .setParameter(1, LikePattern.containing(SearchWords.of(words)))
                .setParameter(2, SUGGESTIONS)
                .getResultList();
        deeds.fire(new Deed(
                caller,
                "people-listed",
                true,
                ResourceRef.every("principal"),
                Map.of("shown", String.valueOf(rows.size()))));
        return rows.stream()
                .map(row -> FieldFilter.shown(view(Row.of(row)), Audience.of(caller)))
                .toList();
    }

    /** One of them, as {@code caller} may see it, where it exists. */
    @Transactional
    public Optional<FilteredView> shown(Caller caller, UUID id) {
        return Optional.ofNullable(named(caller, List.of(id)).get(id))
                .map(found -> new PrincipalView(
                        found.kind(), found.id(), found.name(), Optional.empty(), Optional.empty(), false))
                .map(view -> FieldFilter.shown(view, Audience.of(caller)));
    }

    private static PrincipalView view(Row row) {
        return new PrincipalView(
                PrincipalKind.valueOf(row.text(0).orElseThrow()),
                row.id(1).orElseThrow(),
                row.text(2).orElseThrow(),
                row.text(3),
                row.text(4),
                row.flag(5));
    }

    private static Principal principal(Row row) {
        return new Principal(
                row.id(0).orElseThrow(),
                PrincipalKind.valueOf(row.text(1).orElseThrow()),
                row.text(2).orElseThrow());
    }
}

package org.sluis.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sluis.platform.persistence.Row;

/** Persons, organisations and teams alike, as holders of grants. */
@ApplicationScoped
public class Principals {

    private static final String NAMED = """
            select id, 'PERSON', name from person where id = any(cast(?1 as uuid[]))
            union all
            select id, 'ORGANISATION', name from organisation where id = any(cast(?1 as uuid[]))
            union all
            select id, 'TEAM', name from team where id = any(cast(?1 as uuid[]))
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    /** Those of these identifiers that exist. */
    @Transactional
    public Map<UUID, Principal> named(Collection<UUID> ids) {
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

    private static Principal principal(Row row) {
        return new Principal(
                row.id(0).orElseThrow(),
                PrincipalKind.valueOf(row.text(1).orElseThrow()),
                row.text(2).orElseThrow());
    }
}

package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sluis.access.VisibilityRule;
import org.sluis.kernel.Caller;
import org.sluis.platform.persistence.Row;
import org.sluis.platform.rest.KnownNames;

/** Titles of documents, by the rule of visibility: of what the reader does not see there is none, nor of what was erased. */
@ApplicationScoped
class Titles implements KnownNames {

    private static final VisibilityRule NOW = VisibilityRule.now("?2");

    private static final String SHOWN = """
            select d.id, d.title from document d
            where d.id = any (cast(?1 as uuid[])) and d.state <> 'ERASED'
              and (cast(?3 as boolean) or %s and exists (%s))
            """.formatted(NOW.stateShows(), NOW.bestGrant());

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Override
    @Transactional
    public Map<UUID, String> of(Caller reader, Collection<UUID> ids) {
        List<?> rows = entities.createNativeQuery(SHOWN)
                .setParameter(1, Row.array(ids))
                .setParameter(2, reader.personId().toString())
                .setParameter(3, String.valueOf(VisibilityRule.seesEverything(reader)))
                .getResultList();
        return rows.stream()
                .map(Row::of)
                .collect(Collectors.toMap(
                        row -> row.id(0).orElseThrow(), row -> row.text(1).orElseThrow()));
    }
}

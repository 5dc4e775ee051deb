package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.List;
import java.util.UUID;
import org.sluis.access.VisibilityRule;
import org.sluis.kernel.Caller;
import org.sluis.platform.persistence.LikePattern;
import org.sluis.platform.persistence.Row;
import org.sluis.platform.rest.PageRequest;

/**
 * Finds the identifiers of the newest documents a caller may see. The walk goes backwards over the caller's own grants
 * and stops when the page is full, so it does not grow with what others have.
 */
@ApplicationScoped
class Listing {

    private static final UUID TOP = new UUID(-1L, -1L);

    private static final String FILTER = """
             and (?4 = '' or d.title ilike ?4 escape '\\' or d.description ilike ?4 escape '\\')
             and (?5 = '' or d.category = ?5)
             and (?6 = '' or d.state = ?6)
             and (?7 = '' or d.uploaded_at > cast(nullif(?7, '') as timestamptz))
             and d.state <> 'ERASED'
            """;

    private static final String GRANTED =
            """
            select distinct seen.document_id
            from unnest(cast(?1 as uuid[])) as principal(id)
            cross join lateral (
                select g.document_id
                from document_grant g
                join document d on d.id = g.document_id
                where g.principal_id = principal.id and g.document_id < cast(?2 as uuid)
                  and %s and %s %s
                order by g.document_id desc
                limit ?3) seen
            order by seen.document_id desc
            limit ?3
            """.formatted(VisibilityRule.GRANT_IS_LIVE, VisibilityRule.PASSED_OR_OWN.replace("#person", "?8"), FILTER);

    private static final String EVERYTHING = """
            select d.id from document d where d.id < cast(?2 as uuid) %s
            order by d.id desc limit ?3
            """.formatted(FILTER);

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    /** One identifier more than the page holds, where there are more. */
    List<UUID> newest(Caller caller, Criteria criteria, PageRequest page) {
        boolean everything = VisibilityRule.seesEverything(caller);
        Query query = entities.createNativeQuery(everything ? EVERYTHING : GRANTED)
                .setParameter(2, page.below().orElse(TOP).toString())
                .setParameter(3, page.limit() + 1)
                .setParameter(4, criteria.words().map(LikePattern::containing).orElse(""))
                .setParameter(5, criteria.category().orElse(""))
                .setParameter(6, criteria.state().map(Enum::name).orElse(""))
                .setParameter(7, criteria.since().map(Object::toString).orElse(""));
        if (!everything) {
            query.setParameter(1, VisibilityRule.principalArray(caller))
                    .setParameter(8, caller.personId().toString());
        }
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> Row.of(row).id(0).orElseThrow()).toList();
    }
}

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
 * Finds the newest documents a caller may see, with all a list shows of them, in one statement. The walk goes backwards
 * over the caller's own grants and stops when the page is full, so it does not grow with what others have.
 */
@ApplicationScoped
class Listing {

    private static final UUID TOP = new UUID(-1L, -1L);

    private static final String FILTER = """
             and (?4 = '' or d.title ilike ?4 escape '\\' or d.description ilike ?4 escape '\\')
             and (?5 = '' or d.category = ?5)
             and (?6 = '' or d.state = ?6)
             and (?7 = '' or d.uploaded_at > cast(nullif(?7, '') as timestamptz))
             and (?8 = '' or d.dossier_id = cast(nullif(?8, '') as uuid))
             and d.state <> 'ERASED'
            """;

    private static final VisibilityRule NOW = VisibilityRule.now("?1");

    private static final String GRANTED = """
            select distinct on (seen.id) seen.*
            from unnest(%s) as principal(id)
            cross join lateral (
                select d.*
                from document_grant g
                join document d on d.id = g.document_id
                where g.principal_id = principal.id and g.document_id < cast(?2 as uuid)
                  and %s and %s %s
                order by g.document_id desc
                limit ?3) seen
            order by seen.id desc
            limit ?3
            """.formatted(NOW.principals(), NOW.grantIsLive(), NOW.stateShows(), FILTER);

    private static final String EVERYTHING = """
            select d.* from document d where d.id < cast(?2 as uuid) %s
            order by d.id desc limit ?3
            """.formatted(FILTER);

    /** The page is cut before anything is joined to it. */
    private static final String PAGE = """
            with page as materialized (%s)
            select %s
            from page d
            join document_version v on v.document_id = d.id and v.number = d.current_version
            join person u on u.id = v.uploader_id
            left join lateral (%s) g on true
            order by d.id desc
            """;

    static final String OWN = PAGE.formatted(GRANTED, ListedDocument.COLUMNS, NOW.bestGrant());
    static final String ALL = PAGE.formatted(EVERYTHING, ListedDocument.COLUMNS, NOW.bestGrant());

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    /** One document more than the page holds, where there are more. */
    List<ListedDocument> newest(Caller caller, Criteria criteria, PageRequest page) {
        Query query = entities.createNativeQuery(VisibilityRule.seesEverything(caller) ? ALL : OWN)
                .setParameter(1, caller.personId().toString())
                .setParameter(2, page.below().orElse(TOP).toString())
                .setParameter(3, page.limit() + 1)
                .setParameter(4, criteria.words().map(LikePattern::containing).orElse(""))
                .setParameter(5, criteria.category().orElse(""))
                .setParameter(6, criteria.state().map(Enum::name).orElse(""))
                .setParameter(7, criteria.since().map(Object::toString).orElse(""))
                .setParameter(8, criteria.dossierId().map(UUID::toString).orElse(""));
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> ListedDocument.of(Row.of(row))).toList();
    }
}

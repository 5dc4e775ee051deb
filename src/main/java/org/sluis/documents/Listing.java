package org.sluis.documents;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.sluis.access.VisibilityRule;
import org.sluis.audit.RecordedFinding;
import org.sluis.kernel.AuditEvent;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Page;
import org.sluis.kernel.ResourceRef;
import org.sluis.platform.persistence.NamedRow;
import org.sluis.platform.persistence.Projection;
import org.sluis.platform.persistence.SluisDataSource;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.rest.Snapshot;

/**
 * Finds the newest documents a caller may see, with all a list shows of them, in one statement. The walk goes backwards
 * over the caller's own grants and stops when the page is full, so it does not grow with what others have. It also stops
 * when it has looked at {@link #mostGrants} grants of one principal: a search for words that hardly any document has costs as
 * much as one look, and goes on where it stopped with the next page (ADR 16).
 */
@ApplicationScoped
class Listing {

    /** Where a statement says which documents it is among. */
    private static final String AMONG = "{among}";

    /** What is asked of the document's row alone. */
    static final String FILTER = """
             (?4 = '' or d.category = ?4)
             and (?5 = '' or d.state = ?5)
             and (?6 = '' or d.uploaded_at > cast(nullif(?6, '') as timestamptz))
             and (?7 = '' or d.uploaded_at < cast(nullif(?7, '') as timestamptz))
             and (?8 = '' or d.dossier_id = cast(nullif(?8, '') as uuid))
             and d.state <> 'ERASED' and {among}
            """;

    static final VisibilityRule NOW = VisibilityRule.now("?1");

    private static final String PRINCIPALS = """
            principal as materialized (
                select principal.id from unnest(%s) as principal(id))
            """.formatted(NOW.principals());

    /** For each principal what was found; and the horizon, the last grant looked at by one that did not find enough. */
    private static final String GRANTED = PRINCIPALS + """
            , found as materialized (
                select principal.id as principal_id, seen.*, false as in_content
                from principal
                cross join lateral (
                    select d.*
                    from (
                        select g.document_id, %s as live
                        from document_grant g
                        where g.principal_id = principal.id and g.document_id < cast(?2 as uuid)
                        order by g.document_id desc
                        limit ?9) looked
                    join document d on d.id = looked.document_id
                    where looked.live and %s and %s
                    order by looked.document_id desc
                    limit ?3) seen)
            """.formatted(NOW.grantIsLive(), NOW.stateShows(), FILTER);

    /** The same for a search, which needs the words of all that was looked at before it can tell what is found. */
    private static final String GRANTED_AND_SEARCHED =
            PRINCIPALS + """
            , looked as materialized (
                select principal.id as principal_id, seen.*
                from principal
                cross join lateral (
                    select %s
                    from (
                        select g.document_id, %s as live
                        from document_grant g
                        where g.principal_id = principal.id and g.document_id < cast(?2 as uuid)
                        order by g.document_id desc
                        limit ?9) looked
                    join document d on d.id = looked.document_id
                    where looked.live and %s and %s) seen)
            """.formatted(Search.COLUMNS, NOW.grantIsLive(), NOW.stateShows(), FILTER) + Search.FOUND;

    private static final String GRANTED_HORIZON = """
            , horizon as materialized (
                select last.document_id as id
                from principal
                cross join lateral (
                    select g.document_id
                    from document_grant g
                    where g.principal_id = principal.id and g.document_id < cast(?2 as uuid)
                    order by g.document_id desc
                    limit 1 offset ?9 - 1) last
                where (select count(*) from found where found.principal_id = principal.id) < ?3
                order by last.document_id desc
                limit 1)
            """;

    private static final String EVERYTHING = """
            found as materialized (
                select d.*, false as in_content
                from (select * from document where id < cast(?2 as uuid) order by id desc limit ?9) d
                where %s
                order by d.id desc
                limit ?3)
            """.formatted(FILTER);

    private static final String EVERYTHING_AND_SEARCHED = """
            looked as materialized (
                select cast(null as uuid) as principal_id, %s
                from (select * from document where id < cast(?2 as uuid) order by id desc limit ?9) d
                where %s)
            """.formatted(Search.COLUMNS, FILTER) + Search.FOUND;

    private static final String HORIZON_OF_EVERYTHING = """
            , horizon as materialized (
                select d.id from document d
                where d.id < cast(?2 as uuid) and (select count(*) from found) < ?3
                order by d.id desc
                limit 1 offset ?9 - 1)
            """;

    /** The page is cut before anything is joined to it; what lies below the horizon comes with the next one. */
    private static final String PAGE = """
            with %s,
            page as materialized (
                select distinct on (found.id) found.*
                from found
                where found.id >= coalesce((select id from horizon), '00000000-0000-0000-0000-000000000000')
                order by found.id desc
                limit ?3),
            current as materialized (
                select v.* from page join document_version v on v.document_id = page.id and v.number = page.current_version),
            sender as materialized (
                select * from person_labels(array(select distinct uploader_id from current)))
            select %s
            from (values (true)) answer
            left join (
                page d
                join current v on v.document_id = d.id
                join sender u on u.id = v.uploader_id
                left join lateral (%s) g on true) on true
            order by d.id desc
            """;

    private static final Projection LISTED =
            ListedDocument.COLUMNS.and(Projection.of("horizon = (select id from horizon)\ninContent = d.in_content"));

    private static final Map<Among, String> OWN = page(GRANTED + GRANTED_HORIZON);
    private static final Map<Among, String> ALL = page(EVERYTHING + HORIZON_OF_EVERYTHING);
    private static final Map<Among, String> OWN_SEARCHED = page(GRANTED_AND_SEARCHED + GRANTED_HORIZON);
    private static final Map<Among, String> ALL_SEARCHED = page(EVERYTHING_AND_SEARCHED + HORIZON_OF_EVERYTHING);

    private static final String ONE = """
            select %s
            from document d
            join document_version v on v.document_id = d.id and v.number = d.current_version
            cross join lateral person_labels(array[v.uploader_id]) u
            %s join lateral (%s) g on %s
            where d.id = cast(?2 as uuid) and d.state <> 'ERASED'
            """;

    private static final Projection DESCRIBED = ListedDocument.COLUMNS.and(Projection.of("revision = d.revision"));
    private static final String ONE_OWN = ONE.formatted(DESCRIBED.sql(), "", NOW.bestGrant(), NOW.stateShows());
    private static final String ONE_OF_ALL = ONE.formatted(DESCRIBED.sql(), "left", NOW.bestGrant(), true);
    private static final RecordedFinding VIEWED_OWN = new RecordedFinding(ONE_OWN, 2);
    private static final RecordedFinding VIEWED_OF_ALL = new RecordedFinding(ONE_OF_ALL, 2);

    /** How many grants of one principal one page looks at. */
    int mostGrants = 2_000;

    /** How many documents one page looks at for somebody who sees all; they cost less, since no grant is asked for. */
    int mostDocuments = 10_000;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Explanations explanations;

    @Inject
    Search search;

    @Resource(lookup = SluisDataSource.NAME)
    DataSource database;

    /**
     * Decides on one document and describes it, in one statement of the running transaction; empty where it does not exist
     * for the caller.
     */
    Optional<Snapshot> one(Caller caller, UUID documentId) {
        List<?> found = entities.createNativeQuery(VisibilityRule.seesEverything(caller) ? ONE_OF_ALL : ONE_OWN)
                .setParameter(1, caller.personId().toString())
                .setParameter(2, documentId.toString())
                .getResultList();
        return found.stream().findFirst().map(DESCRIBED::of).flatMap(row -> described(row, caller));
    }

    /** The same outside a transaction, and the statement that describes it also records that it was viewed. */
    Optional<Snapshot> viewed(Caller caller, UUID documentId) {
        return (VisibilityRule.seesEverything(caller) ? VIEWED_OF_ALL : VIEWED_OWN)
                .ask(
                        database,
                        caller,
                        AuditEvent.done(
                                caller,
                                DocumentAction.DOCUMENT_VIEWED,
                                ResourceRef.document(documentId),
                                DocumentFacts.Viewed.METADATA),
                        caller.personId().toString(),
                        documentId.toString())
                .map(DESCRIBED::of)
                .flatMap(row -> described(row, caller));
    }

    private Optional<Snapshot> described(NamedRow row, Caller caller) {
        return ListedDocument.of(row, explanations)
                .map(document -> new Snapshot(document.shownTo(caller), Document.entityTag(row.number("revision"))));
    }

    /** A page of what was found, and where to go on. */
    Page<ListedDocument> newest(Caller caller, Criteria criteria, PageRequest page) {
        boolean everything = VisibilityRule.seesEverything(caller);
        Query query = entities.createNativeQuery(statement(everything, criteria))
                .setParameter(1, caller.personId().toString())
                .setParameter(2, page.below().orElse(Ids.TOP).toString())
                .setParameter(3, page.limit() + 1)
                .setParameter(4, criteria.category().orElse(""))
                .setParameter(5, criteria.state().map(Enum::name).orElse(""))
                .setParameter(6, criteria.since().map(Object::toString).orElse(""))
                .setParameter(7, criteria.before().map(Object::toString).orElse(""))
                .setParameter(8, criteria.dossierId().map(UUID::toString).orElse(""))
                .setParameter(9, everything ? mostDocuments : mostGrants);
        if (criteria.isSearch()) {
            search.ask(query, caller, criteria);
        }
        List<?> result = query.getResultList();
        List<NamedRow> rows = result.stream().map(LISTED::of).toList();
        return Page.of(
                rows.stream()
                        .flatMap(row ->
                                ListedDocument.of(row, explanations)
                                        .map(document -> document.found(row.flag("inContent")))
                                        .stream())
                        .toList(),
                page.limit(),
                ListedDocument::id,
                rows.get(0).id("horizon"));
    }

    private static String statement(boolean everything, Criteria criteria) {
        Map<Among, String> statements =
                criteria.isSearch() ? everything ? ALL_SEARCHED : OWN_SEARCHED : everything ? ALL : OWN;
        return Objects.requireNonNull(statements.get(criteria.among()));
    }

    private static Map<Among, String> page(String found) {
        String page = PAGE.formatted(found, LISTED.sql(), NOW.bestGrant());
        Map<Among, String> statements = new EnumMap<>(Among.class);
        for (Among among : Among.values()) {
            statements.put(among, page.replace(AMONG, among.condition));
        }
        return statements;
    }
}

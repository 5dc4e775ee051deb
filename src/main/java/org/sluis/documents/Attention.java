package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.sluis.access.VisibilityRule;
import org.sluis.audit.Trail;
import org.sluis.kernel.Caller;
import org.sluis.kernel.ResourceRef;
import org.sluis.platform.persistence.NamedRow;
import org.sluis.platform.persistence.Projection;
import org.sluis.platform.rest.FilteredView;

/**
 * What wants its reader's attention among the newest documents they see: one statement, which looks at a bounded number of
 * grants of each principal and describes the first few of each kind. The list goes on where it stops.
 */
@ApplicationScoped
public class Attention {

    private static final VisibilityRule NOW = VisibilityRule.now("?1");

    /** So many of a kind are described. */
    private static final int FEW = 5;

    /** So many grants of one principal, or documents for whoever sees all, are looked at. */
    private static final int LOOKED_AT = 500;

    private static final String GRANTED = """
            principal as materialized (
                select principal.id from unnest(%s) as principal(id)),
            looked as materialized (
                select distinct seen.*
                from principal
                cross join lateral (
                    select d.id, d.state, d.uploader_id, d.current_uploader_id, d.current_version
                    from (
                        select g.document_id, %s as live
                        from document_grant g
                        where g.principal_id = principal.id
                        order by g.document_id desc
                        limit ?2) looked
                    join document d on d.id = looked.document_id
                    where looked.live and %s and d.state <> 'ERASED') seen),
            wanted as materialized (
                select 'CHECKING' as kind, d.id from looked d where d.state = 'CHECKING' and d.uploader_id = cast(?1 as uuid)
                union all
                select 'RETURNED', d.id from looked d
                where d.state in ('REJECTED', 'RECALLED') and d.uploader_id = cast(?1 as uuid)
                union all
                select 'UNREAD', d.id from looked d where %s
                union all
                select 'ENDING', d.id from looked d where %s),
            """.formatted(
            NOW.principals(), NOW.grantIsLive(), NOW.stateShows(), Among.UNREAD.condition, Among.ENDING.condition);

    private static final String EVERYTHING = """
            wanted as materialized (
                select 'UNGRANTED' as kind, d.id
                from (select * from document order by id desc limit ?2) d
                where %s),
            """.formatted(Among.UNGRANTED.condition);

    private static final String FIRST = """
            with %s
            picked as materialized (
                select counted.* from (
                    select wanted.*,
                        count(*) over (partition by wanted.kind) as number,
                        row_number() over (partition by wanted.kind order by wanted.id desc) as place
                    from wanted) counted
                where counted.place <= %d),
            current as materialized (
                select v.*
                from (select distinct id from picked) p
                join document d on d.id = p.id
                join document_version v on v.document_id = d.id and v.number = d.current_version),
            sender as materialized (
                select * from person_labels(array(select distinct uploader_id from current)))
            select %s
            from picked p
            join document d on d.id = p.id
            join current v on v.document_id = d.id
            join sender u on u.id = v.uploader_id
            left join lateral (%s) g on true
            order by p.kind, p.place
            """;

    private static final Projection SHOWN = ListedDocument.COLUMNS.and(Projection.of("""
            kind = p.kind
            ofKind = p.number"""));

    private static final String OWN = first(GRANTED);
    private static final String ALL = first(EVERYTHING);

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Explanations explanations;

    @Inject
    Trail trail;

    /** Why a document wants attention. */
    public enum Kind {
        CHECKING,
        RETURNED,
        UNREAD,
        ENDING,
        UNGRANTED
    }

    /**
     * Documents of one kind.
     *
     * @param number how many there are among those that were looked at
     * @param first the newest few of them
     */
    public record Block(long number, List<FilteredView> first) {}

    /** What there is of each kind; a kind of which there is nothing is missing. */
    @Transactional
    public Map<Kind, Block> of(Caller reader) {
        List<?> rows = entities.createNativeQuery(VisibilityRule.seesEverything(reader) ? ALL : OWN)
                .setParameter(1, reader.personId().toString())
                .setParameter(2, LOOKED_AT)
                .getResultList();
        Map<Kind, Block> blocks = new EnumMap<>(Kind.class);
        rows.stream().map(SHOWN::of).forEach(row -> add(blocks, row, reader));
        return blocks;
    }

    /** Enters in the running transaction that they are shown. */
    @Transactional
    public void shown(Caller reader, Map<Kind, Block> blocks) {
        int shown =
                blocks.values().stream().mapToInt(block -> block.first().size()).sum();
        trail.done(
                reader,
                DocumentAction.DOCUMENTS_LISTED,
                ResourceRef.every("document"),
                new DocumentFacts.Listed(shown, List.of("show")));
    }

    private void add(Map<Kind, Block> blocks, NamedRow row, Caller reader) {
        Kind kind = Kind.valueOf(row.text("kind").orElseThrow());
        Block block = blocks.computeIfAbsent(kind, first -> new Block(row.number("ofKind"), new ArrayList<>()));
        ListedDocument.of(row, explanations)
                .map(document -> document.shownTo(reader))
                .ifPresent(block.first()::add);
    }

    private static String first(String wanted) {
        return FIRST.formatted(wanted, FEW, SHOWN.sql(), NOW.bestGrant());
    }
}

package org.sluis.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.sluis.access.VisibilityRule;
import org.sluis.audit.Trail;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Page;
import org.sluis.kernel.ResourceRef;
import org.sluis.platform.persistence.Row;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.web.UnreadNews;

/**
 * What is new for one reader, as far as they may see it by now: pages, the interface and mails ask the same question. It looks at
 * their newest items alone, so that it costs the same however many there were.
 */
@ApplicationScoped
public class News implements UnreadNews {

    private static final VisibilityRule NOW = VisibilityRule.now("?1");

    /** An access that ended is told in any case, and names the document where another one still shows it. */
    private static final String SHOWN = """
            with mine as materialized (
                select n.* from news n where n.person_id = cast(?1 as uuid) order by n.id desc limit 200),
            name as materialized (select %1$s as ids),
            shown as (
                select n.id, n.kind, n.at, n.read_at, d.id as document_id, d.title, told.valid_until
                from mine n
                cross join name
                left join lateral (
                    select g.id, g.valid_until from document_grant g
                    where g.id = n.grant_id and g.principal_id = any (name.ids) and %2$s) told on true
                left join document d on d.id = n.document_id and d.state <> 'ERASED' and (
                    cast(?2 as boolean)
                    or %3$s and exists (
                        select from document_grant g
                        where g.document_id = d.id and g.principal_id = any (name.ids) and %2$s))
                where case n.kind
                    when 'ENDED' then true
                    when 'REFUSED' then d.id is not null
                    when 'NEW_VERSION' then d.id is not null and d.current_uploader_id <> n.person_id
                    when 'NEW_FOR_YOU' then d.id is not null and told.id is not null and d.uploader_id <> n.person_id
                    else d.id is not null and told.id is not null and not exists (
                        select from document_grant g
                        where g.document_id = d.id and g.principal_id = any (name.ids) and %2$s
                          and (g.valid_until is null or g.valid_until > told.valid_until))
                    end)
            """.formatted(NOW.principals(), NOW.grantIsLive(), NOW.stateShows());

    private static final String UNREAD = SHOWN + """
            select count(*) from (select from shown where shown.read_at is null limit %d) unread
            """.formatted(UnreadNews.MANY);

    private static final String LISTED = SHOWN + """
            select %s from shown where shown.id < cast(?3 as uuid) order by shown.id desc limit ?4
            """.formatted(NewsView.COLUMNS.sql());

    private static final String UNTOLD = SHOWN + """
            select distinct shown.kind from shown where shown.read_at is null and shown.at >= cast(?3 as timestamptz)
            """;

    private static final String READ = """
            update news set read_at = clock_timestamp()
            where person_id = cast(?1 as uuid) and read_at is null
              and (?2 = '' or id = any (cast(nullif(?2, '') as uuid[]))) and id <= cast(?3 as uuid)
            """;

    private static final String READ_OF_DOCUMENT = """
            update news set read_at = clock_timestamp()
            where person_id = cast(?1 as uuid) and document_id = cast(?2 as uuid) and read_at is null
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Trail trail;

    @Override
    @Transactional
    public int unread(Caller reader) {
        return (int) Row.of(asked(UNREAD, reader).getSingleResult()).number(0);
    }

    /** The newest items. */
    @Transactional
    public Page<FilteredView> list(Caller reader, PageRequest page) {
        List<?> rows = asked(LISTED, reader)
                .setParameter(3, page.below().orElse(Ids.TOP).toString())
                .setParameter(4, page.limit() + 1)
                .getResultList();
        Page<NewsView> found = Page.of(
                rows.stream().map(NewsView.COLUMNS::of).map(NewsView::of).toList(), page.limit(), NewsView::id);
        trail.done(
                reader,
                MailAction.NEWS_LISTED,
                ResourceRef.person(reader.personId()),
                new MailFacts.Listed(found.items().size()));
        return found.map(item -> FieldFilter.shown(item, Audience.of(reader)));
    }

    /** Marks items as read. */
    @Transactional
    public void read(Caller reader, NewsRead items) {
        int marked = entities.createNativeQuery(READ)
                .setParameter(1, reader.personId().toString())
                .setParameter(2, items.ids().map(Row::array).orElse(""))
                .setParameter(3, items.through().orElse(Ids.TOP).toString())
                .executeUpdate();
        trail.done(
                reader, MailAction.NEWS_READ, ResourceRef.person(reader.personId()), new MailFacts.MarkedRead(marked));
    }

    /** Marks what is said of a document as read, since its reader has opened it. */
    @Transactional
    public void opened(Caller reader, UUID documentId) {
        entities.createNativeQuery(READ_OF_DOCUMENT)
                .setParameter(1, reader.personId().toString())
                .setParameter(2, documentId.toString())
                .executeUpdate();
    }

    /** Of what kinds there is something that the reader has not read and may still see, among what was told since then. */
    @Transactional
    public Set<NewsKind> untold(Caller reader, Instant since) {
        List<?> rows = asked(UNTOLD, reader).setParameter(3, since.toString()).getResultList();
        Set<NewsKind> kinds = EnumSet.noneOf(NewsKind.class);
        rows.forEach(kind -> kinds.add(NewsKind.valueOf(kind.toString())));
        return kinds;
    }

    private Query asked(String statement, Caller reader) {
        return entities.createNativeQuery(statement)
                .setParameter(1, reader.personId().toString())
                .setParameter(2, VisibilityRule.seesEverything(reader));
    }
}

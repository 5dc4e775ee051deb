package org.sluis.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Caller;
import org.sluis.platform.persistence.ReadsTableOfUpperRoom;
import org.sluis.platform.persistence.Row;

/**
 * Where grants are written: added and moved to the history, never changed. All instants are of the database's clock, so
 * that a grant counts from the very statement that follows it, whichever node asks.
 */
@ApplicationScoped
@ReadsTableOfUpperRoom(
        value = "document",
        because =
                "grants on a document are given one after the other by a lock on its row, which tells state and sender too")
class GrantStore {

    /** One after the other where two administrators grant on the same documents; in one order, so that none waits for ever. */
    private static final String LOCK = """
            select d.id, d.uploader_id from document d
            where d.id = any(cast(?1 as uuid[])) and d.state <> 'ERASED'
            order by d.id for no key update
            """;

    private static final String ADD = """
            insert into document_grant (id, principal_id, principal_kind, document_id, access_right, valid_from,
                                        valid_until, purpose, granted_by, granted_at)
            select g.id, g.principal_id, g.kind, g.document_id, g.access_right,
                   coalesce(g.valid_from, clock.moment), g.valid_until, g.purpose, cast(?9 as uuid), clock.moment
            from unnest(cast(?1 as uuid[]), cast(?2 as uuid[]), cast(?3 as text[]), cast(?4 as uuid[]), cast(?5 as text[]),
                        cast(?6 as timestamptz[]), cast(?7 as timestamptz[]), cast(?8 as text[]))
                 g (id, principal_id, kind, document_id, access_right, valid_from, valid_until, purpose)
            cross join (select coalesce(cast(nullif(?10, '') as timestamptz), clock_timestamp())) clock (moment)
            """;

    private static final String END = """
            with ended as (
                delete from document_grant where document_id = any(cast(?1 as uuid[])) and %s = any(cast(?2 as uuid[]))
                returning *)
            insert into document_grant_history (id, principal_id, principal_kind, document_id, access_right, valid_from,
                                                valid_until, purpose, granted_by, granted_at, ended_by, ended_at, ended_how)
            select id, principal_id, principal_kind, document_id, access_right, valid_from,
                   valid_until, purpose, granted_by, granted_at, cast(?3 as uuid), cast(?4 as timestamptz), ?5
            from ended
            """;

    private static final String END_OF_PRINCIPALS = END.formatted("principal_id");
    private static final String END_BY_ID = END.formatted("id");
    private static final String END_OF_DOCUMENT = END.formatted("document_id");

    private static final String OWN = "select id from unnest(cast(?2 as uuid[])) as id where id = any(%s)"
            .formatted(VisibilityRule.now("?1").principals());

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    /** Keeps others from granting on these documents until the transaction ends; gives each that exists its uploader. */
    Map<UUID, UUID> lock(Collection<UUID> documents) {
        List<?> rows = entities.createNativeQuery(LOCK)
                .setParameter(1, Row.array(documents))
                .getResultList();
        Map<UUID, UUID> uploaders = new LinkedHashMap<>();
        rows.stream()
                .map(Row::of)
                .forEach(row -> uploaders.put(row.id(0).orElseThrow(), row.id(1).orElseThrow()));
        return uploaders;
    }

    /** What the database's clock says. */
    Instant now() {
        return Row.of(entities.createNativeQuery("select clock_timestamp()").getSingleResult())
                .instant(0)
                .orElseThrow();
    }

    /** A grant that is to be written. */
    record Entry(UUID id, UUID documentId, GrantOrder order) {

        GivenGrant given() {
            return new GivenGrant(id, documentId, order.principalId());
        }
    }

    /**
     * Writes all in one statement.
     *
     * @param moment when they are given; when the statement runs where absent
     */
    void add(Caller giver, List<Entry> grants, Optional<Instant> moment) {
        entities.createNativeQuery(ADD)
                .setParameter(1, Row.array(column(grants, Entry::id)))
                .setParameter(2, Row.array(column(grants, grant -> grant.order().principalId())))
                .setParameter(
                        3,
                        Row.texts(column(grants, grant -> grant.order().kind().name())))
                .setParameter(4, Row.array(column(grants, Entry::documentId)))
                .setParameter(
                        5,
                        Row.texts(column(grants, grant -> grant.order().right().name())))
                .setParameter(6, instants(grants, GrantOrder::validFrom))
                .setParameter(7, instants(grants, GrantOrder::validUntil))
                .setParameter(8, Row.texts(column(grants, grant -> grant.order().purpose())))
                .setParameter(9, giver.personId().toString())
                .setParameter(10, moment.map(Instant::toString).orElse(""))
                .executeUpdate();
    }

    private static <T> List<T> column(List<Entry> grants, Function<Entry, T> value) {
        return grants.stream().map(value).toList();
    }

    private static String instants(List<Entry> grants, Function<GrantOrder, Optional<Instant>> instant) {
        List<@Nullable String> column = new ArrayList<>();
        grants.forEach(grant ->
                column.add(instant.apply(grant.order()).map(Instant::toString).orElse(null)));
        return Row.texts(column);
    }

    /** Makes room for new grants of these principals on these documents. */
    void replace(Caller by, Collection<UUID> documents, Collection<UUID> principals, Instant moment) {
        end(END_OF_PRINCIPALS, documents, principals, by, moment, "REPLACED");
    }

    /** @return whether the document had that grant */
    boolean revoke(Caller by, UUID document, UUID grant, Instant moment) {
        return revoke(by, List.of(document), List.of(grant), moment) > 0;
    }

    /** @return how many of these grants the documents had */
    int revoke(Caller by, Collection<UUID> documents, Collection<UUID> grants, Instant moment) {
        return end(END_BY_ID, documents, grants, by, moment, "REVOKED");
    }

    /** For a document that is erased. */
    void endAll(Caller by, UUID document) {
        end(END_OF_DOCUMENT, List.of(document), List.of(document), by, now(), "ERASED");
    }

    /** To which of these principals a grant reaches the caller. */
    Set<UUID> reaching(Caller caller, Collection<UUID> principals) {
        List<?> rows = entities.createNativeQuery(OWN)
                .setParameter(1, caller.personId().toString())
                .setParameter(2, Row.array(principals))
                .getResultList();
        return rows.stream().map(row -> Row.of(row).id(0).orElseThrow()).collect(Collectors.toSet());
    }

    private int end(
            String statement,
            Collection<UUID> documents,
            Collection<UUID> which,
            Caller by,
            Instant moment,
            String how) {
        return entities.createNativeQuery(statement)
                .setParameter(1, Row.array(documents))
                .setParameter(2, Row.array(which))
                .setParameter(3, by.personId().toString())
                .setParameter(4, moment.toString())
                .setParameter(5, how)
                .executeUpdate();
    }
}

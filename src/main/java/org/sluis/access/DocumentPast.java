package org.sluis.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.sluis.kernel.Page;
import org.sluis.platform.persistence.Projection;
import org.sluis.platform.persistence.Row;
import org.sluis.platform.rest.PageRequest;

/**
 * What is remembered of a document's visibility: states, grants and memberships, each with its time. The rule is the same
 * as for today, put to an instant.
 */
@ApplicationScoped
class DocumentPast {

    private static final String INSTANT = "cast(?2 as timestamptz)";
    private static final VisibilityRule THEN = VisibilityRule.at("m.person_id", INSTANT);

    private static final String STATE = """
            select past.state, past.uploader_id
            from document_past past
            where past.document_id = cast(?1 as uuid) and past.since <= %s
            order by past.since desc
            limit 1
            """.formatted(INSTANT);

    private static final String GRANTS = """
            select id, principal_id, principal_kind, access_right, valid_from, valid_until, purpose, granted_by,
                   granted_at, cast(null as timestamptz) as ended_at, cast(null as text) as ended_how
            from document_grant where document_id = cast(?1 as uuid)
            union all
            select id, principal_id, principal_kind, access_right, valid_from, valid_until, purpose, granted_by,
                   granted_at, ended_at, ended_how
            from document_grant_history where document_id = cast(?1 as uuid)
            """;

    /** Every grant that let somebody see the document, with whom. */
    private static final String REACHED = """
            from (%s) d
            cross join (%s) g
            join membership m on m.principal_id = g.principal_id
            join membership own on own.person_id = m.person_id and own.principal_id = m.person_id
            join person p on p.id = m.person_id
            join person giver on giver.id = g.granted_by
            where g.granted_at <= %s and (g.ended_at is null or g.ended_at > %s)
              and %s and %s and %s and %s
            """.formatted(
                    STATE,
                    GRANTS,
                    INSTANT,
                    INSTANT,
                    THEN.grantIsLive(),
                    THEN.stateShows(),
                    THEN.isRunning("m"),
                    THEN.isRunning("own"));

    private static final String PERSONS = """
            select p.id %s
              and (nullif(?3, '') is null
                   or (p.name, p.id) > (select last.name, last.id from person last
                                        where last.id = cast(nullif(?3, '') as uuid)))
            group by p.name, p.id
            order by p.name, p.id
            limit ?4
            """.formatted(REACHED);

    private static final Projection LIVE = GrantTrace.COLUMNS.and(Projection.of("outcome = 'LIVE'"));

    private static final String READERS = """
            select %s %s and p.id = any(cast(?3 as uuid[]))
            order by p.name, p.id, array_position(array['REVISE', 'DOWNLOAD', 'VIEW'], g.access_right), g.id
            """.formatted(LIVE.sql(), REACHED);

    private static final int MOST_GRANTS = 200;

    private static final Projection EXPLAINED =
            GrantTrace.COLUMNS.and(Projection.of("""
            outcome = case when g.ended_at <= %1$s then g.ended_how \
            when g.valid_until <= %1$s then 'EXPIRED' \
            when not bool_or(%2$s) then 'NOT_A_MEMBER' \
            when not (%3$s) then 'NOT_YET' else 'LIVE' end
            """.formatted(INSTANT, THEN.isRunning("m"), THEN.grantIsLive())));

    private static final String REACHING = """
            select %1$s
            from (%3$s) g
            join membership m on m.principal_id = g.principal_id
            join person p on p.id = m.person_id
            join person giver on giver.id = g.granted_by
            where m.person_id = cast(?3 as uuid) and g.granted_at <= %2$s
            group by p.id, p.name, g.principal_id, g.principal_kind, g.access_right, g.id, g.valid_from, g.valid_until,
                     g.purpose, giver.name, g.granted_at, g.ended_at, g.ended_how
            order by coalesce(g.ended_at <= %2$s, false), g.granted_at desc, g.id
            limit %4$d
            """.formatted(EXPLAINED.sql(), INSTANT, GRANTS, MOST_GRANTS);

    private static final String IS_ACTIVE = """
            select exists (select 1 from membership own
                           where own.person_id = m.person_id and own.principal_id = m.person_id and %s)
            from (select cast(?1 as uuid)) m (person_id)
            """.formatted(THEN.isRunning("own"));

    private static final String STATE_SHOWS =
            "select exists (select 1 from (%s) d where %s) from (select cast(?3 as uuid)) m (person_id)"
                    .formatted(STATE, THEN.stateShows());

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    /** The state at an instant; none before the document was entered. */
    Optional<String> state(UUID document, Instant at) {
        return rows(STATE, document, at).findFirst().flatMap(row -> row.text(0));
    }

    /** A page of the persons who could see the document, by name. */
    Page<UUID> persons(UUID document, Instant at, PageRequest page) {
        String after = page.below().map(UUID::toString).orElse("");
        List<UUID> found = rows(PERSONS, document, at, after, page.limit() + 1)
                .map(row -> row.id(0).orElseThrow())
                .toList();
        return Page.of(found, page.limit(), Function.identity());
    }

    /** How these persons could see it, once for each grant that let them, by name. */
    List<GrantTrace> readers(UUID document, Instant at, List<UUID> persons) {
        return rows(READERS, document, at, Row.array(persons))
                .map(LIVE::of)
                .map(GrantTrace::of)
                .toList();
    }

    /**
     * The grants that reach a person or once did, newest first, and why each counts or does not. Of very many the oldest that
     * have ended are left out, never one that runs.
     */
    List<GrantTrace> reaching(UUID document, Instant at, UUID person) {
        return rows(REACHING, document, at, person)
                .map(EXPLAINED::of)
                .map(GrantTrace::of)
                .sorted(Comparator.comparing(GrantTrace::grantedAt).reversed())
                .toList();
    }

    boolean isActive(UUID person, Instant at) {
        return rows(IS_ACTIVE, person, at).findFirst().orElseThrow().flag(0);
    }

    /** Whether the document's state lets a grant show it to the person. */
    boolean stateShows(UUID document, Instant at, UUID person) {
        return rows(STATE_SHOWS, document, at, person).findFirst().orElseThrow().flag(0);
    }

    /** What the database's clock says: the instant that "now" is. */
    Instant now() {
        return Row.of(entities.createNativeQuery("select statement_timestamp()").getSingleResult())
                .instant(0)
                .orElseThrow();
    }

    private Stream<Row> rows(String statement, Object... parameters) {
        var query = entities.createNativeQuery(statement);
        for (int position = 0; position < parameters.length; position++) {
            Object value = parameters[position];
            query.setParameter(position + 1, value instanceof Integer ? value : value.toString());
        }
        List<?> rows = query.getResultList();
        return rows.stream().map(Row::of);
    }
}

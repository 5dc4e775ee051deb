package org.sluis.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sluis.access.GrantStore.Entry;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.people.PrincipalKind;
import org.sluis.platform.persistence.Row;

/** Where grants are found that were given in one act: by one hand, at one moment of the database's clock. */
@ApplicationScoped
class TogetherStore {

    /** The one by which the act is found may have ended meanwhile: the others are no less of that act. */
    private static final String TOGETHER = """
            with one as (
                select granted_at, granted_by from document_grant where id = cast(?1 as uuid)
                union
                select granted_at, granted_by from document_grant_history where id = cast(?1 as uuid))
            select g.id, g.document_id, g.principal_id, g.access_right, g.valid_until, g.purpose, g.granted_at,
                   clock_timestamp()
            from one
            join document_grant g on g.granted_at = one.granted_at and g.granted_by = one.granted_by
            where one.granted_by = cast(?2 as uuid)
            order by g.document_id, g.id
            """;

    /** What ended only because of what is taken back, could go on, and has made room for nothing else since. */
    private static final String REPLACED = """
            select h.document_id, h.principal_kind, h.principal_id, h.access_right,
                   case when h.valid_from > clock_timestamp() then h.valid_from end, h.valid_until, h.purpose, h.id
            from document_grant_history h
            where h.document_id = any(cast(?1 as uuid[])) and h.ended_by = cast(?2 as uuid)
              and h.ended_at = cast(?3 as timestamptz) and h.ended_how = 'REPLACED'
              and (h.document_id, h.principal_id) in (
                  select * from unnest(cast(?1 as uuid[]), cast(?4 as uuid[])))
              and (h.valid_until is null or h.valid_until > clock_timestamp())
              and not exists (
                  select from document_grant g
                  where g.principal_id = h.principal_id and g.document_id = h.document_id)
            order by h.document_id, h.id
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    /** A grant of the act that still stands. */
    record Standing(
            UUID id,
            UUID documentId,
            UUID principalId,
            Right right,
            Optional<Instant> validUntil,
            String purpose,
            Instant at,
            Instant now) {}

    /** Those that {@code giver} gave together with a grant and that still stand; none where another gave it. */
    List<Standing> with(UUID grant, Caller giver) {
        return found(TOGETHER, grant.toString(), giver.personId().toString()).stream()
                .map(row -> new Standing(
                        row.id(0).orElseThrow(),
                        row.id(1).orElseThrow(),
                        row.id(2).orElseThrow(),
                        Right.valueOf(row.text(3).orElseThrow()),
                        row.instant(4),
                        row.text(5).orElseThrow(),
                        row.instant(6).orElseThrow(),
                        row.instant(7).orElseThrow()))
                .toList();
    }

    /**
     * A grant that is to be given again.
     *
     * @param former what it was before
     */
    record Replaced(UUID former, Entry again) {}

    /** What was there before these grants of one act of {@code giver}, to be given again. */
    List<Replaced> replacedBy(Caller giver, List<Standing> grants) {
        String act = grants.get(0).at().toString();
        return found(
                        REPLACED,
                        Row.array(grants.stream().map(Standing::documentId).toList()),
                        giver.personId().toString(),
                        act,
                        Row.array(grants.stream().map(Standing::principalId).toList()))
                .stream()
                .map(row -> new Replaced(
                        row.id(7).orElseThrow(), new Entry(Ids.next(), row.id(0).orElseThrow(), order(row))))
                .toList();
    }

    private static GrantOrder order(Row row) {
        return new GrantOrder(
                PrincipalKind.valueOf(row.text(1).orElseThrow()),
                row.id(2).orElseThrow(),
                Right.valueOf(row.text(3).orElseThrow()),
                row.instant(4),
                row.instant(5),
                row.text(6).orElseThrow());
    }

    private List<Row> found(String statement, String... parameters) {
        Query query = entities.createNativeQuery(statement);
        for (int position = 0; position < parameters.length; position++) {
            query.setParameter(position + 1, parameters[position]);
        }
        List<?> rows = query.getResultList();
        return rows.stream().map(Row::of).toList();
    }
}

package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Role;
import org.sluis.platform.persistence.Row;

/**
 * Who could be meant when access to some documents is given: those who have access to other documents like them. A bounded
 * number of the newest documents is looked at, and of grants on each.
 */
@ApplicationScoped
public class FittingReaders {

    /** The same organisation says more than the same category. */
    private static final String FITTING = """
            with looked as materialized (
                select d.id, d.category, d.uploader_id from document d
                where d.state <> 'ERASED'
                order by d.id desc limit ?4),
            sender as materialized (
                select * from person_labels(array(select distinct uploader_id from looked))),
            alike as materialized (
                select l.id,
                    case when s.organisation_id = any(cast(?2 as uuid[])) then 2 else 0 end
                    + case when l.category = any(cast(?3 as text[])) then 1 else 0 end as likeness
                from looked l join sender s on s.id = l.uploader_id
                where l.id <> all(cast(?1 as uuid[])))
            select reader.principal_id
            from alike a
            cross join lateral (
                select g.principal_id from document_grant g
                where g.document_id = a.id and g.purpose <> 'upload'
                  and (g.valid_until is null or g.valid_until > statement_timestamp())
                limit 20) reader
            where a.likeness > 0
            group by reader.principal_id
            order by sum(a.likeness) desc, reader.principal_id desc
            limit ?5
            """;

    private static final int LOOKED_AT = 300;

    /** Some of them have access to the chosen documents already, or are chosen. */
    private static final int MOST = 30;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    /** Those who fit best first; none for anybody but an administrator. */
    @Transactional
    public List<UUID> of(Caller administrator, Collection<ChosenDocument> documents) {
        if (documents.isEmpty() || !administrator.is(Role.ADMIN)) {
            return List.of();
        }
        List<?> rows = entities.createNativeQuery(FITTING)
                .setParameter(
                        1, Row.array(documents.stream().map(ChosenDocument::id).toList()))
                .setParameter(
                        2,
                        Row.array(documents.stream()
                                .map(ChosenDocument::senderOrganisationId)
                                .flatMap(Optional::stream)
                                .distinct()
                                .toList()))
                .setParameter(
                        3,
                        Row.texts(documents.stream()
                                .map(ChosenDocument::category)
                                .distinct()
                                .toList()))
                .setParameter(4, LOOKED_AT)
                .setParameter(5, MOST)
                .getResultList();
        return rows.stream().map(row -> Row.of(row).id(0).orElseThrow()).toList();
    }
}

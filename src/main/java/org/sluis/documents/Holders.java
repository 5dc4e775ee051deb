package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sluis.access.VisibilityRule;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Role;
import org.sluis.platform.persistence.Row;
import org.sluis.platform.rest.FilteredView;

/** How many have access to each document of a page, besides its sender: people, organisations and teams as they were granted it. */
@ApplicationScoped
class Holders {

    private static final int MOST = 99;
    private static final String NOBODY = "none";

    private static final String COUNTED = """
            select d.id, (
                select count(*) from (
                    select 1
                    from document_grant g
                    where g.document_id = d.id and g.principal_id <> d.uploader_id and %s
                    limit %d) held)
            from document d
            where d.id = any (cast(?1 as uuid[]))
            """.formatted(VisibilityRule.now("?1").grantIsLive(), MOST + 1);

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    /** Document by document; none for anybody but an administrator. */
    @Transactional
    public Map<String, String> of(Caller administrator, List<FilteredView> documents) {
        if (documents.isEmpty() || !administrator.is(Role.ADMIN)) {
            return Map.of();
        }
        List<UUID> ids = documents.stream()
                .map(document -> UUID.fromString(String.valueOf(document.get("id"))))
                .toList();
        List<?> rows = entities.createNativeQuery(COUNTED)
                .setParameter(1, Row.array(ids))
                .getResultList();
        return rows.stream()
                .map(Row::of)
                .collect(Collectors.toMap(row -> row.text(0).orElseThrow(), row -> written(row.number(1))));
    }

    private static String written(long count) {
        if (count == 0) {
            return NOBODY;
        }
        return count > MOST ? MOST + "+" : String.valueOf(count);
    }
}

package org.sluis.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Role;
import org.sluis.platform.persistence.Row;

/** What helps an administrator to give the right thing: what it would replace, and to whom and why they gave lately. */
@ApplicationScoped
public class GrantHints {

    private static final String HELD = """
            select g from Grant g
            where g.documentId in :documents and g.principalId in :principals
            """;

    private static final String LATELY = """
            select g.principal_id, g.purpose
            from document_grant g
            where g.granted_by = cast(?1 as uuid) and g.purpose <> '%s'
            order by g.id desc limit ?2
            """.formatted(Grants.UPLOADER_PURPOSE);

    private static final int LOOKED_AT = 300;
    private static final int REASONS = 8;
    private static final int PEOPLE = 5;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    /** What these principals hold on these documents by their own names, now or later. */
    @Transactional
    public List<HeldRight> held(Caller administrator, Collection<UUID> documents, Collection<UUID> principals) {
        if (documents.isEmpty() || principals.isEmpty() || !administrator.is(Role.ADMIN)) {
            return List.of();
        }
        Instant now = Instant.now();
        return entities.createQuery(HELD, Grant.class)
                .setParameter("documents", documents)
                .setParameter("principals", principals)
                .getResultStream()
                .filter(grant -> grant.validUntil().filter(now::isAfter).isEmpty())
                .map(grant -> new HeldRight(grant.documentId(), grant.principalId(), grant.right(), grant.validUntil()))
                .toList();
    }

    /** The last few reasons of this administrator, newest first. */
    @Transactional
    public List<String> recentReasons(Caller administrator) {
        return lately(administrator).stream()
                .map(row -> row.text(1).orElseThrow())
                .distinct()
                .limit(REASONS)
                .toList();
    }

    /** To whom this administrator gave access last, newest first. */
    @Transactional
    public List<UUID> recentPrincipals(Caller administrator) {
        return lately(administrator).stream()
                .map(row -> row.id(0).orElseThrow())
                .distinct()
                .limit(PEOPLE)
                .toList();
    }

    private List<Row> lately(Caller administrator) {
        List<?> rows = entities.createNativeQuery(LATELY)
                .setParameter(1, administrator.personId().toString())
                .setParameter(2, LOOKED_AT)
                .getResultList();
        return rows.stream().map(Row::of).toList();
    }
}

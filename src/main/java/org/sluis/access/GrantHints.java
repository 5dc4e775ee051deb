package org.sluis.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Role;

/** What helps an administrator to give the right thing: what it would replace, and the reasons they gave lately. */
@ApplicationScoped
public class GrantHints {

    private static final String HELD = """
            select g.principalId, count(g) from Grant g
            where g.documentId in :documents and g.principalId in :principals
            group by g.principalId
            """;

    private static final String LATELY = "select g from Grant g order by g.id desc";
    private static final int LOOKED_AT = 300;
    private static final int REASONS = 8;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    /** On how many of these documents each of these principals holds a grant by its own name; those that hold none are left out. */
    @Transactional
    public Map<UUID, Integer> counted(Caller administrator, Collection<UUID> documents, Collection<UUID> principals) {
        if (documents.isEmpty() || principals.isEmpty() || !administrator.is(Role.ADMIN)) {
            return Map.of();
        }
        return entities.createQuery(HELD, Object[].class)
                .setParameter("documents", documents)
                .setParameter("principals", principals)
                .getResultStream()
                .collect(Collectors.toMap(row -> (UUID) row[0], row -> ((Long) row[1]).intValue()));
    }

    /** The last few reasons of this administrator, newest first, as far as they are among the newest grants of all. */
    @Transactional
    public List<String> recentReasons(Caller administrator) {
        return entities.createQuery(LATELY, Grant.class)
                .setMaxResults(LOOKED_AT)
                .getResultStream()
                .filter(grant -> grant.grantedBy().equals(administrator.personId()))
                .map(Grant::purpose)
                .filter(reason -> !reason.equals(Grants.UPLOADER_PURPOSE))
                .distinct()
                .limit(REASONS)
                .toList();
    }
}

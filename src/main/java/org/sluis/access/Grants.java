package org.sluis.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sluis.audit.Act;
import org.sluis.audit.Trail;
import org.sluis.kernel.Caller;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.Role;
import org.sluis.people.People;
import org.sluis.people.PersonSummary;

/** Giving, listing and revoking rights on one document. Each takes effect for the next request. */
@ApplicationScoped
public class Grants {

    private static final String UPLOADER_PURPOSE = "upload";

    private static final String TO_HISTORY = """
            with ended as (delete from document_grant where document_id = cast(?1 as uuid) and %s returning *)
            insert into document_grant_history
            select id, principal_id, document_id, access_right, valid_from, valid_until, purpose, granted_by, granted_at,
                   cast(?3 as uuid), clock_timestamp(), ?4
            from ended
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Access access;

    @Inject
    People people;

    @Inject
    Trail trail;

    /** Who holds a right on the document: for administrators, and for its uploader. */
    @Transactional
    public List<GrantView> list(Caller caller, UUID documentId) {
        Standing standing = access.requireVisible(caller, documentId, Act.GRANTS_VIEWED);
        boolean uploader = standing.uploaderId().equals(caller.personId());
        if (!uploader && !caller.is(Role.ADMIN) && !caller.is(Role.DPO)) {
            trail.denied(caller, Act.GRANTS_VIEWED, ResourceRef.document(documentId));
            throw ProblemException.notFound();
        }
        trail.done(caller, Act.GRANTS_VIEWED, ResourceRef.document(documentId), Map.of());
        List<Grant> grants = entities.createQuery(
                        "select g from Grant g where g.documentId = :document order by g.id", Grant.class)
                .setParameter("document", documentId)
                .getResultList();
        Set<UUID> mentioned = grants.stream()
                .flatMap(grant -> List.of(grant.principalId(), grant.grantedBy()).stream())
                .collect(Collectors.toSet());
        Map<UUID, PersonSummary> persons = people.summaries(mentioned);
        return grants.stream().map(grant -> GrantView.of(grant, persons)).toList();
    }

    /**
     * Gives a right; the same principal twice replaces, and the earlier grant is kept in the history.
     *
     * @return the identifier of the grant
     * @throws ProblemException {@code invalid-member} where there is no such person
     */
    @Transactional
    public UUID grant(Caller administrator, UUID documentId, GrantOrder order) {
        access.requireVisible(administrator, documentId, Act.GRANT_GIVEN);
        if (!people.summaries(List.of(order.principalId())).containsKey(order.principalId())) {
            throw ProblemException.invalid("principal", "unknown");
        }
        end(documentId, "principal_id", order.principalId(), administrator, "REPLACED");
        return put(administrator, documentId, order);
    }

    /** The uploader's own right, given with the document itself (in the same transaction). */
    @Transactional(TxType.MANDATORY)
    public void grantToUploader(Caller uploader, UUID documentId) {
        put(
                uploader,
                documentId,
                new GrantOrder(
                        uploader.personId(), Right.REVISE, Optional.empty(), Optional.empty(), UPLOADER_PURPOSE));
    }

    /** @throws ProblemException {@code not-found} where the document has no such grant */
    @Transactional
    public void revoke(Caller administrator, UUID documentId, UUID grantId) {
        access.requireVisible(administrator, documentId, Act.GRANT_REVOKED);
        if (end(documentId, "id", grantId, administrator, "REVOKED") == 0) {
            trail.denied(administrator, Act.GRANT_REVOKED, ResourceRef.document(documentId));
            throw ProblemException.notFound();
        }
        trail.done(administrator, Act.GRANT_REVOKED, ResourceRef.document(documentId), Map.of("grant", grantId));
    }

    /** Ends every right on a document that is erased (in the same transaction). */
    @Transactional(TxType.MANDATORY)
    public void endAll(Caller administrator, UUID documentId) {
        end(documentId, "document_id", documentId, administrator, "ERASED");
    }

    private UUID put(Caller giver, UUID documentId, GrantOrder order) {
        Grant grant = new Grant(documentId, order, giver.personId(), Instant.now());
        entities.persist(grant);
        trail.done(
                giver,
                Act.GRANT_GIVEN,
                ResourceRef.document(documentId),
                Map.of(
                        "grant", grant.id(),
                        "principal", order.principalId(),
                        "right", order.right(),
                        "until", order.validUntil().map(Instant::toString).orElse("none"),
                        "purpose", order.purpose()));
        return grant.id();
    }

    /** @param column one of our own names, never text from outside */
    private int end(UUID documentId, String column, UUID value, Caller by, String how) {
        entities.flush();
        return entities.createNativeQuery(TO_HISTORY.formatted(column + " = cast(?2 as uuid)"))
                .setParameter(1, documentId.toString())
                .setParameter(2, value.toString())
                .setParameter(3, by.personId().toString())
                .setParameter(4, how)
                .executeUpdate();
    }
}

package org.sluis.access;

import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
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
import org.sluis.access.GrantStore.Entry;
import org.sluis.audit.Trail;
import org.sluis.audit.Trail.Subject;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Facts;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.Role;
import org.sluis.people.Principal;
import org.sluis.people.Principals;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;

/** Giving, listing and revoking rights on documents. Each takes effect for the next request. */
@ApplicationScoped
public class Grants {

    static final String UPLOADER_PURPOSE = "upload";

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Access access;

    @Inject
    Principals principals;

    @Inject
    GrantStore store;

    @Inject
    Trail trail;

    @Inject
    Event<SelfGrant> selfGrants;

    @Inject
    Event<AccessGiven> given;

    @Inject
    Event<AccessRevoked> revoked;

    /** Who holds a right on the document, as the caller may know it: for overseers, and for its uploader. */
    @Transactional
    public List<FilteredView> list(Caller caller, UUID documentId) {
        EffectiveAccess standing = access.requireVisible(caller, documentId, AccessAction.GRANTS_VIEWED);
        boolean uploader = standing.uploaderId().equals(caller.personId());
        if (!uploader && !caller.is(Role.ADMIN) && !caller.is(Role.DPO)) {
            trail.denied(caller, AccessAction.GRANTS_VIEWED, ResourceRef.document(documentId));
            throw ProblemException.notFound();
        }
        trail.done(caller, AccessAction.GRANTS_VIEWED, ResourceRef.document(documentId), Facts.NONE);
        List<Grant> grants = entities.createQuery(
                        "select g from Grant g where g.documentId = :document order by g.id", Grant.class)
                .setParameter("document", documentId)
                .getResultList();
        Set<UUID> mentioned = grants.stream()
                .flatMap(grant -> List.of(grant.principalId(), grant.grantedBy()).stream())
                .collect(Collectors.toSet());
        Map<UUID, Principal> names = principals.named(caller, mentioned);
        Set<Audience> audiences = Readers.of(caller, standing.uploaderId(), null);
        return grants.stream()
                .map(grant -> FieldFilter.shown(GrantView.of(grant, names), audiences))
                .toList();
    }

    /**
     * Gives a right; the same principal twice replaces, and the earlier grant is kept in the history.
     *
     * @return the identifier of the grant
     * @throws ProblemException {@code role-missing} for anybody but an administrator, {@code invalid-member} where there
     *     is no such principal
     */
    @Transactional
    public UUID grant(Caller administrator, UUID documentId, GrantOrder order) {
        return grantAll(administrator, new BatchOrder(List.of(documentId), List.of(order)))
                .get(0);
    }

    /**
     * Gives a right to several principals on several documents.
     *
     * @return the identifiers of the grants, document by document
     * @throws ProblemException as {@link #grant}; {@code not-found} where one document is absent. Nothing is granted then.
     */
    @Transactional
    public List<UUID> grantAll(Caller administrator, BatchOrder order) {
        requireAdministrator(administrator, order.documentIds().get(0), AccessAction.GRANT_GIVEN);
        Map<UUID, UUID> uploaders = store.lock(order.documentIds());
        requirePresent(administrator, order.documentIds(), uploaders.keySet());
        List<UUID> principalIds =
                order.grants().stream().map(GrantOrder::principalId).toList();
        requireKnown(order.grants(), principals.named(administrator, principalIds));
        Instant moment = store.now();
        store.replace(administrator, order.documentIds(), principalIds, moment);
        List<Entry> grants = order.documentIds().stream()
                .flatMap(document -> order.grants().stream().map(grant -> new Entry(Ids.next(), document, grant)))
                .toList();
        give(administrator, grants, uploaders, moment);
        given.fire(new AccessGiven(
                administrator.personId(),
                grants.stream()
                        .filter(grant -> grant.order().hasBegun(moment))
                        .map(Entry::given)
                        .toList(),
                moment));
        return grants.stream().map(Entry::id).toList();
    }

    /** Writes what an administrator gives; who gives to themselves has others learn of it. */
    void give(Caller administrator, List<Entry> grants, Map<UUID, UUID> uploaders, Instant moment) {
        if (grants.isEmpty()) {
            return;
        }
        put(administrator, grants, Optional.of(moment));
        Set<UUID> principalIds =
                grants.stream().map(grant -> grant.order().principalId()).collect(Collectors.toSet());
        Set<UUID> own = store.reaching(administrator, principalIds);
        grants.stream()
                .filter(grant -> own.contains(grant.order().principalId()))
                .forEach(grant -> toOneself(administrator, grant, requireNonNull(uploaders.get(grant.documentId()))));
    }

    /**
     * Whether rights on these documents can be given now, as a request asks that may have been done before.
     *
     * @throws ProblemException {@code role-missing}, or {@code not-found} where one document is absent
     */
    @Transactional
    public void requireGrantable(Caller administrator, List<UUID> documentIds) {
        requireAdministrator(administrator, documentIds.get(0), AccessAction.GRANT_GIVEN);
        requirePresent(
                administrator,
                documentIds,
                access.standings(administrator, documentIds).keySet());
    }

    /** The uploader's own right, given with the document itself (in the same transaction). */
    @Transactional(TxType.MANDATORY)
    public void grantToUploader(Caller uploader, UUID documentId) {
        GrantOrder order =
                new GrantOrder(uploader.personId(), Right.REVISE, Optional.empty(), Optional.empty(), UPLOADER_PURPOSE);
        put(uploader, List.of(new Entry(Ids.next(), documentId, order)), Optional.empty());
    }

    /** @throws ProblemException {@code not-found} where the document has no such grant */
    @Transactional
    public void revoke(Caller administrator, UUID documentId, UUID grantId) {
        requireAdministrator(administrator, documentId, AccessAction.GRANT_REVOKED);
        access.requireVisible(administrator, documentId, AccessAction.GRANT_REVOKED);
        store.lock(List.of(documentId));
        Optional<Grant> grant = Optional.ofNullable(entities.find(Grant.class, grantId));
        Instant moment = store.now();
        if (!store.revoke(administrator, documentId, grantId, moment)) {
            trail.denied(administrator, AccessAction.GRANT_REVOKED, ResourceRef.document(documentId));
            throw ProblemException.notFound();
        }
        trail.done(
                administrator,
                AccessAction.GRANT_REVOKED,
                ResourceRef.document(documentId),
                new AccessFacts.Revoked(grantId));
        grant.filter(ended -> ended.isLive(moment))
                .ifPresent(ended -> revoked.fire(new AccessRevoked(
                        administrator.personId(),
                        new GivenGrant(grantId, documentId, ended.principalId()),
                        ended.grantedAt(),
                        moment)));
    }

    /** Ends every right on a document that is erased (in the same transaction). */
    @Transactional(TxType.MANDATORY)
    public void endAll(Caller administrator, UUID documentId) {
        store.endAll(administrator, documentId);
    }

    private void requireAdministrator(Caller caller, UUID documentId, AccessAction action) {
        if (!caller.is(Role.ADMIN)) {
            trail.denied(caller, action, ResourceRef.document(documentId));
            throw new ProblemException(Problem.ROLE_MISSING);
        }
    }

    private void requirePresent(Caller administrator, List<UUID> documentIds, Set<UUID> present) {
        documentIds.stream().filter(id -> !present.contains(id)).findFirst().ifPresent(absent -> {
            trail.denied(administrator, AccessAction.GRANT_GIVEN, ResourceRef.document(absent));
            throw ProblemException.notFound();
        });
    }

    private static void requireKnown(List<GrantOrder> orders, Map<UUID, Principal> known) {
        for (GrantOrder order : orders) {
            Principal principal = known.get(order.principalId());
            if (principal == null || principal.kind() != order.kind()) {
                throw ProblemException.invalid("principal", "unknown");
            }
        }
    }

    private void toOneself(Caller administrator, Entry grant, UUID uploader) {
        GrantOrder order = grant.order();
        trail.done(
                administrator,
                AccessAction.GRANT_GIVEN_TO_ONESELF,
                ResourceRef.document(grant.documentId()),
                new AccessFacts.GivenToOneself(grant.id(), order.right(), order.purpose()));
        selfGrants.fire(new SelfGrant(
                administrator.personId(), grant.documentId(), uploader, grant.id(), order.right(), order.purpose()));
    }

    private void put(Caller giver, List<Entry> grants, Optional<Instant> moment) {
        store.add(giver, grants, moment);
        trail.done(
                giver,
                AccessAction.GRANT_GIVEN,
                grants.stream()
                        .map(grant ->
                                new Subject(ResourceRef.document(grant.documentId()), AccessFacts.Given.of(grant)))
                        .toList());
    }
}

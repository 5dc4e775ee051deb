package org.sluis.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.sluis.audit.Trail;
import org.sluis.kernel.AuditAction;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.people.People;
import org.sluis.platform.persistence.ReadsTableOfUpperRoom;
import org.sluis.platform.persistence.Row;

/** The one decision: may this caller do this to this document, now. One statement, whatever the number of grants. */
@ApplicationScoped
@ReadsTableOfUpperRoom(
        value = "document",
        because =
                "the decision takes state and sender together with the grants in one statement; two would not be of one moment")
public class Access {

    private static final VisibilityRule NOW = VisibilityRule.now("?1");

    private static final String STANDING = """
            select d.uploader_id, g.access_right, g.valid_until, %s, d.id
            from document d
            left join lateral (%s) g on true
            where d.id = any(cast(?2 as uuid[])) and d.state <> 'ERASED'
            """.formatted(NOW.stateShows(), NOW.bestGrant());

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    People people;

    @Inject
    Trail trail;

    /** Where the caller stands; empty where the document does not exist for them. */
    @Transactional
    public Optional<EffectiveAccess> standing(Caller caller, UUID documentId) {
        return Optional.ofNullable(standings(caller, List.of(documentId)).get(documentId));
    }

    /** The same for several documents in one statement; those that do not exist for the caller are left out. */
    @Transactional
    public Map<UUID, EffectiveAccess> standings(Caller caller, Collection<UUID> documentIds) {
        List<?> rows = entities.createNativeQuery(STANDING)
                .setParameter(1, caller.personId().toString())
                .setParameter(2, Row.array(documentIds))
                .getResultList();
        Map<UUID, EffectiveAccess> visible = new HashMap<>();
        for (Row row : rows.stream().map(Row::of).toList()) {
            standing(caller, row).ifPresent(access -> visible.put(row.id(4).orElseThrow(), access));
        }
        return visible;
    }

    private static Optional<EffectiveAccess> standing(Caller caller, Row row) {
        boolean stateShows = row.text(3).map(Boolean::parseBoolean).orElse(false);
        EffectiveAccess access = new EffectiveAccess(
                row.text(1).map(Right::valueOf), row.instant(2), row.id(0).orElseThrow(), stateShows);
        boolean visible =
                VisibilityRule.seesEverything(caller) || (access.right().isPresent() && stateShows);
        return visible ? Optional.of(access) : Optional.empty();
    }

    /**
     * The same, for an act that needs the document to be visible.
     *
     * @throws ProblemException {@code not-found}, and the refusal is in the trail
     */
    @Transactional
    public EffectiveAccess requireVisible(Caller caller, UUID documentId, AuditAction action) {
        return standing(caller, documentId).orElseThrow(() -> {
            trail.denied(caller, action, ResourceRef.document(documentId));
            return ProblemException.notFound();
        });
    }

    /**
     * The same, for an act that needs a right.
     *
     * @throws ProblemException {@code not-found}, or {@code right-missing} where the caller may see the metadata
     */
    @Transactional
    public EffectiveAccess requireRight(Caller caller, UUID documentId, Right right, AuditAction action) {
        EffectiveAccess access = requireVisible(caller, documentId, action);
        if (!access.may(right)) {
            trail.denied(caller, action, ResourceRef.document(documentId));
            throw new ProblemException(Problem.RIGHT_MISSING);
        }
        return access;
    }

    /**
     * For what comes in and has no document yet. A body can come for hours, so this is asked when it has come: the account may
     * have been shut out since the request began.
     *
     * @throws ProblemException {@code unauthenticated}, and the refusal is in the trail
     */
    @Transactional
    public void requireActive(Caller caller, AuditAction action) {
        if (!people.isActive(caller.personId())) {
            trail.denied(caller, action, ResourceRef.every("document"));
            throw new ProblemException(Problem.UNAUTHENTICATED);
        }
    }

    /**
     * The same for several documents at once: all or none.
     *
     * @throws ProblemException {@code not-found} where one is absent, else {@code right-missing} where one may only be
     *     seen; the refusal is in the trail for the document it is about
     */
    @Transactional
    public void requireRightOnAll(Caller caller, List<UUID> documentIds, Right right, AuditAction action) {
        Map<UUID, EffectiveAccess> visible = standings(caller, documentIds);
        refuseFirst(documentIds, id -> !visible.containsKey(id), Problem.NOT_FOUND, caller, action);
        refuseFirst(
                documentIds,
                id -> !Objects.requireNonNull(visible.get(id)).may(right),
                Problem.RIGHT_MISSING,
                caller,
                action);
    }

    private void refuseFirst(
            List<UUID> ids, Predicate<UUID> refused, Problem problem, Caller caller, AuditAction action) {
        ids.stream().filter(refused).findFirst().ifPresent(id -> {
            trail.denied(caller, action, ResourceRef.document(id));
            throw new ProblemException(problem);
        });
    }
}

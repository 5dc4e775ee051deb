package org.sluis.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sluis.access.TogetherStore.Replaced;
import org.sluis.access.TogetherStore.Standing;
import org.sluis.audit.Trail;
import org.sluis.audit.Trail.Subject;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.Role;

/**
 * Takes back what was given a moment ago, as a whole: who was given a right by mistake loses it, and who had another one
 * before has it again. The trail keeps the giving and the taking back.
 */
@ApplicationScoped
public class GrantUndo {

    private static final Duration TIME = Duration.ofMinutes(1);
    private static final ResourceRef DOCUMENTS = ResourceRef.every("document");

    @Inject
    Grants grants;

    @Inject
    GrantStore store;

    @Inject
    TogetherStore together;

    @Inject
    Trail trail;

    @Inject
    Event<AccessRestored> restored;

    /**
     * What the caller gave together with a grant.
     *
     * @throws ProblemException {@code not-found} where the caller gave no such grant, or all that was given with it has ended
     */
    @Transactional
    public GivenTogether given(Caller administrator, UUID grantId) {
        return summary(standing(administrator, grantId));
    }

    /**
     * Ends all that the caller gave together with a grant, and gives again what it replaced.
     *
     * @throws ProblemException {@code not-found} as {@link #given}, {@code undo-over} after a minute
     */
    @Transactional
    public void undo(Caller administrator, UUID grantId) {
        Map<UUID, UUID> uploaders = store.lock(documentsToUndo(administrator, grantId));
        List<Standing> given = standing(administrator, grantId);
        GivenTogether act = summary(given);
        if (!act.isUndoable()) {
            trail.denied(administrator, AccessAction.GRANT_REVOKED, DOCUMENTS);
            throw new ProblemException(Problem.UNDO_OVER);
        }
        store.revoke(
                administrator,
                act.documentIds(),
                given.stream().map(Standing::id).toList(),
                store.now());
        trail.done(
                administrator,
                AccessAction.GRANT_REVOKED,
                given.stream()
                        .map(grant -> new Subject(
                                ResourceRef.document(grant.documentId()), new AccessFacts.Revoked(grant.id())))
                        .toList());
        List<Replaced> replaced = together.replacedBy(administrator, given);
        grants.give(administrator, replaced.stream().map(Replaced::again).toList(), uploaders, store.now());
        restored.fire(new AccessRestored(replaced.stream()
                .collect(Collectors.toMap(Replaced::former, one -> one.again().id()))));
    }

    private List<UUID> documentsToUndo(Caller administrator, UUID grantId) {
        try {
            return given(administrator, grantId).documentIds();
        } catch (ProblemException absent) {
            trail.denied(administrator, AccessAction.GRANT_REVOKED, DOCUMENTS);
            throw absent;
        }
    }

    private List<Standing> standing(Caller administrator, UUID grantId) {
        List<Standing> given = administrator.is(Role.ADMIN) ? together.with(grantId, administrator) : List.of();
        if (given.isEmpty()) {
            throw ProblemException.notFound();
        }
        return given;
    }

    private static GivenTogether summary(List<Standing> given) {
        Standing first = given.get(0);
        Instant end = first.at().plus(TIME);
        return new GivenTogether(
                first.at(),
                end,
                first.now().isBefore(end),
                given.stream().map(Standing::documentId).distinct().toList(),
                given.stream().map(Standing::principalId).distinct().toList(),
                first.right(),
                first.validUntil(),
                first.purpose());
    }
}

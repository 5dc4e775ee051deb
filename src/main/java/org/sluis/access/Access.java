package org.sluis.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sluis.audit.Act;
import org.sluis.audit.Trail;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.platform.persistence.Row;

/** The one decision: may this caller do this to this document, now. One statement, whatever the number of grants. */
@ApplicationScoped
public class Access {

    private static final VisibilityRule NOW = VisibilityRule.now("?1");

    private static final String STANDING = """
            select d.uploader_id, g.access_right, g.valid_until, %s
            from document d
            left join lateral (%s) g on true
            where d.id = cast(?2 as uuid) and d.state <> 'ERASED'
            """.formatted(NOW.stateShows(), NOW.bestGrant());

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Trail trail;

    /** Where the caller stands; empty where the document does not exist for them. */
    @Transactional
    public Optional<Standing> standing(Caller caller, UUID documentId) {
        List<?> rows = entities.createNativeQuery(STANDING)
                .setParameter(1, caller.personId().toString())
                .setParameter(2, documentId.toString())
                .getResultList();
        return rows.stream().findFirst().map(Row::of).flatMap(row -> standing(caller, row));
    }

    private static Optional<Standing> standing(Caller caller, Row row) {
        Standing standing = new Standing(
                row.text(1).map(Right::valueOf), row.instant(2), row.id(0).orElseThrow());
        boolean stateShows = row.text(3).map(Boolean::parseBoolean).orElse(false);
        boolean visible =
                VisibilityRule.seesEverything(caller) || (standing.right().isPresent() && stateShows);
        return visible ? Optional.of(standing) : Optional.empty();
    }

    /**
     * The same, for an act that needs the document to be visible.
     *
     * @throws ProblemException {@code not-found}, and the refusal is in the trail
     */
    @Transactional
    public Standing requireVisible(Caller caller, UUID documentId, Act act) {
        return standing(caller, documentId).orElseThrow(() -> {
            trail.denied(caller, act, ResourceRef.document(documentId));
            return ProblemException.notFound();
        });
    }

    /**
     * The same, for an act that needs a right.
     *
     * @throws ProblemException {@code not-found}, or {@code right-missing} where the caller may see the metadata
     */
    @Transactional
    public Standing requireRight(Caller caller, UUID documentId, Right right, Act act) {
        Standing standing = requireVisible(caller, documentId, act);
        if (!standing.may(right)) {
            trail.denied(caller, act, ResourceRef.document(documentId));
            throw new ProblemException(Problem.RIGHT_MISSING);
        }
        return standing;
    }
}

package org.sluis.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Locale;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;

/** Invitations by administrators that run or wait for a second one: nobody is invited twice at a time. */
@ApplicationScoped
class OpenInvitations {

    private static final String ONE_AFTER_ANOTHER =
            "select cast(pg_advisory_xact_lock(hashtextextended('invitation of ' || cast(?1 as text), 0)) as text)";

    /** What organisations ask for is unseen, and stays so. */
    private static final String OPEN = """
            select count(c) from AccountChange c
            where c.kind = :invitation and c.unseen = false and c.state in :open and lower(c.wanted.email) = lower(:email)
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    /**
     * Two administrators who invite the same person at once wait for each other.
     *
     * @throws ProblemException {@code conflict}
     */
    @Transactional(TxType.MANDATORY)
    public void requireNone(String email) {
        entities.createNativeQuery(ONE_AFTER_ANOTHER)
                .setParameter(1, email.toLowerCase(Locale.ROOT))
                .getResultList();
        long open = entities.createQuery(OPEN, Long.class)
                .setParameter("invitation", ChangeKind.INVITATION)
                .setParameter("open", List.of(AccountChange.State.PROPOSED, AccountChange.State.RUNNING))
                .setParameter("email", email)
                .getSingleResult();
        if (open > 0) {
            throw new ProblemException(Problem.CONFLICT);
        }
    }
}

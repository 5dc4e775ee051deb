package org.sluis.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.people.Organisation;
import org.sluis.platform.config.Settings;
import org.sluis.platform.web.Messages;

/** How many people members may invite to their organisation: each invitation is an account, and a mail to a stranger. */
@ApplicationScoped
class InvitationQuota {

    private static final Duration PERIOD = Duration.ofDays(1);

    private static final String INVITED = """
            select count(c) from AccountChange c
            where c.kind = :invitation and c.orderedAt > :since
              and (c.orderedBy = :who or c.wanted.organisationId = :who)
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Settings settings;

    @Inject
    Messages messages;

    /**
     * Two members who invite at once wait for each other at their organisation.
     *
     * @throws ProblemException {@code too-many-requests}
     */
    @Transactional(TxType.MANDATORY)
    public void require(Caller member, UUID organisation) {
        entities.find(Organisation.class, organisation, LockModeType.PESSIMISTIC_WRITE);
        require("colleagues.quota.own", member.personId(), settings.directory().invitations());
        require(
                "colleagues.quota.organisation",
                organisation,
                settings.directory().organisationInvitations());
    }

    private void require(String words, UUID who, int most) {
        if (invited(who) >= most) {
            throw new ProblemException(
                    Problem.TOO_MANY_REQUESTS,
                    Map.of(ProblemException.RETRY_AFTER, PERIOD.toSeconds()),
                    Optional.of(language -> messages.text(language, words, most)));
        }
    }

    private long invited(UUID who) {
        return entities.createQuery(INVITED, Long.class)
                .setParameter("invitation", ChangeKind.INVITATION)
                .setParameter("since", Instant.now().minus(PERIOD))
                .setParameter("who", who)
                .getSingleResult();
    }
}

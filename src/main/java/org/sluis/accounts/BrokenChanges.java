package org.sluis.accounts;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import org.sluis.kernel.Caller;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.jobs.Jobs;

/**
 * Carries out what administrators of an organisation have ordered, and ends changes of accounts that broke off between the realm
 * and the portal, because a node died or the realm gave no answer: each of these is carried out again, in the name of whoever
 * ordered it.
 */
@ApplicationScoped
class BrokenChanges {

    private static final Logger LOG = System.getLogger(BrokenChanges.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(5);

    @Inject
    Jobs jobs;

    @Inject
    AccountChanges changes;

    @Inject
    ChangeRunner runner;

    @Inject
    UnseenChanges unseen;

    @Inject
    ColleagueInvitations invitations;

    private Optional<Jobs.Repetition> repetition = Optional.empty();

    void start(@Observes Startup event) {
        repetition = Optional.of(jobs.every("account-changes", PAUSE, this::endAll));
    }

    @PreDestroy
    void stop() {
        repetition.ifPresent(Jobs.Repetition::end);
    }

    /** Until none is left, or the realm is away. */
    private void endAll() {
        boolean goesOn = true;
        while (goesOn) {
            goesOn = ordersToShut();
        }
        do {
            goesOn = changes.claim().map(this::ends).orElse(false);
        } while (goesOn);
    }

    /** Enters the order for an account whose invitation was taken back, to be claimed with the others. */
    private boolean ordersToShut() {
        return invitations
                .nextToShut()
                .flatMap(withdrawn -> invitations.shut(changes.callerAgain(withdrawn), withdrawn.id()))
                .isPresent();
    }

    private boolean ends(AccountChange change) {
        if (change.isUnseen()) {
            return unseen.carryOut(change);
        }
        Caller caller = changes.callerAgain(change);
        try {
            runner.run(caller, change);
            LOG.log(Level.WARNING, "The change {0} of an account had broken off and was carried out", change.id());
            return true;
        } catch (ProblemException refused) {
            LOG.log(
                    Level.WARNING,
                    "The change {0} of an account broke off again: {1}",
                    change.id(),
                    refused.getMessage());
            return false;
        }
    }
}

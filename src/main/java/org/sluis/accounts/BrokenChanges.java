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
 * Ends changes of accounts that broke off between the realm and the portal, because a node died or the realm gave no answer: each is
 * carried out again, in the name of whoever ordered it.
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
            goesOn = changes.claim().map(this::ends).orElse(false);
        }
    }

    private boolean ends(AccountChange change) {
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

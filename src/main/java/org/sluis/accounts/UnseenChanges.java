package org.sluis.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.people.AccountLabels;
import org.sluis.people.Registration;
import org.sluis.platform.config.Settings;
import org.sluis.platform.jobs.RetryDelay;
import org.sluis.platform.security.Identity;
import org.sluis.platform.security.TokenStatusCache;

/**
 * Asks the realm for what administrators of an organisation have ordered, after they were answered. Somebody who has an account
 * already gets no second one but a mail. What the realm cannot do for now is tried again for as long as an invitation works. An
 * account that is left of an invitation that was taken back makes room for the next one.
 */
@ApplicationScoped
class UnseenChanges {

    private static final Logger LOG = System.getLogger(UnseenChanges.class.getName());
    private static final RetryDelay DELAY = new RetryDelay(Duration.ofMinutes(10));

    private final RandomGenerator random = new SecureRandom();

    @Inject
    Settings settings;

    @Inject
    Directory directory;

    @Inject
    RealmSteps realm;

    @Inject
    UnseenOutcomes outcomes;

    @Inject
    Registration registration;

    @Inject
    TokenStatusCache tokenStatus;

    /** @return whether the realm answers */
    boolean carryOut(AccountChange change) {
        AccountTask task = outcomes.task(change);
        try {
            if (change.kind() == ChangeKind.INVITATION) {
                invite(task);
            } else {
                done(task, realm.look(task));
            }
            return true;
        } catch (ProblemException refused) {
            LOG.log(
                    Level.WARNING,
                    "The change {0} of an account is not carried out yet: {1}",
                    change.id(),
                    refused.getMessage());
            return refused(task, refused.problem());
        }
    }

    private void invite(AccountTask task) {
        if (outcomes.isWithdrawn(task)) {
            giveUp(task);
            return;
        }
        Optional<Account> begun = directory.named(task.username());
        Optional<Account> met = begun.isPresent() ? Optional.empty() : directory.withAddress(address(task.change()));
        if (met.isPresent()) {
            met(task, met.get());
        } else {
            done(task, begun);
        }
    }

    /** The address has an account. */
    private void met(AccountTask task, Account account) {
        switch (outcomes.owner(account)) {
            case SOMEBODY -> {
                registration.ensure(identity(account));
                outcomes.known(task, account);
            }
            case NOBODY -> {
                requireHeld(task);
                directory.remove(account.subject());
                done(task, Optional.empty());
            }
            case UNDECIDED -> throw new ProblemException(Problem.ACCOUNT_EXISTS);
        }
    }

    private void done(AccountTask task, Optional<Account> account) {
        requireHeld(task);
        Optional<String> subject = realm.carryOut(task, account);
        outcomes.done(task, subject);
        subject.ifPresent(tokenStatus::invalidateAccount);
    }

    private void requireHeld(AccountTask task) {
        if (!outcomes.holds(task)) {
            throw new ProblemException(Problem.CONFLICT);
        }
    }

    /** An address that found an owner meanwhile is looked for again, so that the owner is told. */
    private boolean refused(AccountTask task, Problem why) {
        boolean mustBeDone = task.change().kind() != ChangeKind.INVITATION;
        boolean mayPass = Set.of(Problem.DIRECTORY_AWAY, Problem.ACCOUNT_EXISTS).contains(why);
        Instant end = task.change().orderedAt().plus(settings.directory().invitation());
        if (why == Problem.CONFLICT) {
            return true;
        }
        if (mayPass && (mustBeDone || Instant.now().isBefore(end))) {
            Duration delay = DELAY.after(task.change().attempts(), random);
            outcomes.postponed(task, Instant.now().plus(delay));
        } else {
            giveUp(task);
        }
        return why != Problem.DIRECTORY_AWAY;
    }

    private void giveUp(AccountTask task) {
        if (task.change().kind() == ChangeKind.INVITATION) {
            requireHeld(task);
            realm.takeBack(task);
        }
        outcomes.failed(task);
    }

    /** Who has an account and has never signed in is made known like this, so that there is somebody to write to. */
    private Identity identity(Account owner) {
        return new Identity(
                settings.oidc().issuer().toString(),
                owner.subject(),
                owner.labels().name(),
                Optional.of(owner.labels().email()),
                owner.labels().language(),
                Optional.empty(),
                Set.of(),
                Instant.now());
    }

    private static String address(AccountChange change) {
        return change.wanted().over(AccountLabels.NONE).email();
    }
}

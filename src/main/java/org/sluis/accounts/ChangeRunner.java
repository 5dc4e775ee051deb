package org.sluis.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.people.Person;
import org.sluis.platform.security.TokenStatusCache;

/**
 * The second and third step of a change: asks the realm while no transaction is open, then has the outcome written. Whatever
 * the realm refuses for certain has not been done. Where nobody knows what became of it, {@link BrokenChanges} ends it.
 */
@ApplicationScoped
class ChangeRunner {

    @Inject
    ChangeOutcomes outcomes;

    @Inject
    RealmSteps realm;

    @Inject
    TokenStatusCache tokenStatus;

    /** @throws ProblemException {@code account-missing}, {@code account-exists}, {@code invalid-member}, {@code directory-away} */
    void run(Caller caller, AccountChange change) {
        run(caller, change, person -> {});
    }

    /** @return the proposal, where it has to wait for a second administrator */
    Optional<UUID> runUnlessProposed(Caller caller, AccountChange change) {
        if (change.isProposed()) {
            return Optional.of(change.id());
        }
        run(caller, change);
        return Optional.empty();
    }

    /** @param also what else becomes of the person with it */
    void run(Caller caller, AccountChange change, Consumer<Person> also) {
        AccountTask task = outcomes.task(caller, change);
        Optional<Account> before = looked(caller, task);
        Optional<String> subject = carriedOut(caller, task, before);
        outcomes.done(caller, task, subject, before.map(Account::labels), also);
        subject.ifPresent(tokenStatus::invalidateAccount);
    }

    private Optional<Account> looked(Caller caller, AccountTask task) {
        try {
            return realm.look(task);
        } catch (ProblemException refused) {
            if (isFirst(task) || refused.problem() != Problem.DIRECTORY_AWAY) {
                outcomes.failed(caller, task);
            }
            throw refused;
        }
    }

    /** Whether nothing can have been changed before. */
    private static boolean isFirst(AccountTask task) {
        return task.change().attempts() == 1;
    }

    private Optional<String> carriedOut(Caller caller, AccountTask task, Optional<Account> before) {
        if (!outcomes.holds(caller, task)) {
            throw new ProblemException(Problem.CONFLICT);
        }
        try {
            return realm.carryOut(task, before);
        } catch (ProblemException refused) {
            if (isUndone(caller, task, refused)) {
                outcomes.failed(caller, task);
            } else {
                outcomes.brokenOff(caller, task);
            }
            throw refused;
        }
    }

    private boolean isUndone(Caller caller, AccountTask task, ProblemException refused) {
        if (task.change().kind() != ChangeKind.INVITATION) {
            return refused.problem() != Problem.DIRECTORY_AWAY;
        }
        if (!outcomes.holds(caller, task)) {
            return false;
        }
        try {
            realm.takeBack(task);
            return true;
        } catch (ProblemException away) {
            return false;
        }
    }
}

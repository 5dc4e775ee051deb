package org.sluis.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.people.AccountLabels;

/**
 * What each kind of change asks of the realm. A first look changes nothing, so that a realm that is away, or an account that is
 * not there, is found out while all can stay as it was; every step after it can be repeated.
 */
@ApplicationScoped
class RealmSteps {

    @Inject
    Directory directory;

    /**
     * @return the account as it is; none for somebody new, or for somebody to be shut out who has none
     * @throws ProblemException {@code account-missing}, {@code account-exists}, {@code directory-away}
     */
    Optional<Account> look(AccountTask task) {
        if (task.change().kind() == ChangeKind.INVITATION) {
            return newcomer(task);
        }
        Optional<Account> account = task.subject().flatMap(directory::find);
        if (account.isEmpty() && task.change().kind() != ChangeKind.DISABLED) {
            throw new ProblemException(Problem.ACCOUNT_MISSING);
        }
        return account;
    }

    /**
     * @param account as {@link #look} found it
     * @return the subject of the account, where there is one
     */
    Optional<String> carryOut(AccountTask task, Optional<Account> account) {
        if (task.change().kind() == ChangeKind.INVITATION) {
            return Optional.of(invite(task, account));
        }
        account.ifPresent(found -> carryOut(task, found));
        return account.map(Account::subject);
    }

    /** Takes back what cannot stay by halves: an account that nobody was told of. */
    void takeBack(AccountTask task) {
        directory.named(task.username()).map(Account::subject).ifPresent(directory::remove);
    }

    private Optional<Account> newcomer(AccountTask task) {
        Optional<Account> begun = directory.named(task.username());
        String address = task.change().wanted().over(AccountLabels.NONE).email();
        if (begun.isEmpty() && directory.knows(address)) {
            throw new ProblemException(Problem.ACCOUNT_EXISTS);
        }
        return begun;
    }

    private String invite(AccountTask task, Optional<Account> begun) {
        WantedAccount wanted = task.change().wanted();
        String subject = begun.map(Account::subject)
                .orElseGet(() ->
                        directory.create(task.username(), wanted.over(AccountLabels.NONE), task.organisationKey()));
        directory.assign(subject, wanted.roles());
        directory.invite(subject);
        return subject;
    }

    private void carryOut(AccountTask task, Account account) {
        String subject = account.subject();
        WantedAccount wanted = task.change().wanted();
        switch (task.change().kind()) {
            case ROLES -> directory.assign(subject, wanted.roles());
            case NAMES, ADDRESS -> directory.rename(subject, wanted.over(account.labels()));
            case SECOND_FACTOR -> {
                directory.forgetSecondFactors(subject);
                directory.endSessions(subject);
            }
            case SESSIONS -> directory.endSessions(subject);
            case MAIL -> directory.invite(subject);
            case ENABLED -> directory.enable(subject, true);
            case DISABLED -> {
                directory.enable(subject, false);
                directory.endSessions(subject);
            }
            case JOINED -> directory.place(subject, task.organisationKey());
            case LEFT -> directory.place(subject, Optional.empty());
            case INVITATION -> throw new IllegalStateException("an invitation has no account to begin with");
        }
    }
}

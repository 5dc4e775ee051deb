package org.sluis.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Role;
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
     * @throws ProblemException {@code account-missing}, {@code account-exists}, {@code invitation-used}, {@code directory-away}
     */
    Optional<Account> look(AccountTask task) {
        if (task.change().kind() == ChangeKind.INVITATION) {
            return newcomer(task);
        }
        Optional<Account> account = task.subject().flatMap(directory::find);
        if (task.change().kind() == ChangeKind.MAIL) {
            return invitable(task, account);
        }
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
        if (task.change().kind() == ChangeKind.MAIL) {
            return account.map(found -> inviteAgain(task, found));
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

    /** Whoever has a password already chooses another one by themselves. An earlier attempt may have come as far as it could. */
    private Optional<Account> invitable(AccountTask task, Optional<Account> account) {
        if (account.map(Account::subject).filter(directory::isUsed).isPresent()) {
            throw new ProblemException(Problem.INVITATION_USED);
        }
        return account.or(() -> directory.named(task.username())).or(() -> {
            throw new ProblemException(Problem.ACCOUNT_MISSING);
        });
    }

    /** Each mail is for an account of its own, so that its link is the only one that works; what an attempt began is made anew. */
    private String invite(AccountTask task, Optional<Account> begun) {
        WantedAccount wanted = task.change().wanted();
        Optional<String> used = begun.map(Account::subject).filter(directory::isUsed);
        if (used.isPresent()) {
            directory.assign(used.get(), wanted.roles());
            return used.get();
        }
        begun.map(Account::subject).ifPresent(directory::remove);
        String subject = directory.create(task.username(), wanted.over(AccountLabels.NONE), task.organisationKey());
        directory.assign(subject, wanted.roles());
        directory.invite(subject, task.inviter());
        return subject;
    }

    /**
     * The roles come from the account that is sure to have them: what an earlier attempt has made may have got none yet.
     *
     * @param account the person's, or what an earlier attempt has made of it and that one is gone
     */
    private String inviteAgain(AccountTask task, Account account) {
        String latest = directory.named(task.username()).orElse(account).subject();
        if (directory.isUsed(latest)) {
            removeUnless(latest, account.subject());
            return latest;
        }
        Set<Role> roles = directory.roles(account.subject());
        String renewed = directory.renew(
                latest, task.username(), task.change().wanted().email().orElseThrow());
        directory.assign(renewed, roles);
        removeUnless(latest, account.subject());
        directory.remove(latest);
        directory.invite(renewed, task.inviter());
        return renewed;
    }

    private void removeUnless(String kept, String subject) {
        if (!subject.equals(kept)) {
            directory.remove(subject);
        }
    }

    private void carryOut(AccountTask task, Account account) {
        String subject = account.subject();
        WantedAccount wanted = task.change().wanted();
        switch (task.change().kind()) {
            case ROLES -> {
                directory.assign(subject, wanted.roles());
                directory.endSessions(subject);
            }
            case NAMES, ADDRESS -> directory.rename(subject, wanted.over(account.labels()));
            case SECOND_FACTOR -> {
                directory.forgetSecondFactors(subject);
                directory.endSessions(subject);
            }
            case SESSIONS -> directory.endSessions(subject);
            case ENABLED -> directory.enable(subject, true);
            case DISABLED -> {
                directory.enable(subject, false);
                directory.endSessions(subject);
            }
            case JOINED -> directory.place(subject, task.organisationKey());
            case LEFT -> directory.place(subject, Optional.empty());
            case INVITATION, MAIL -> throw new IllegalStateException("an invitation has an account of its own");
        }
    }
}

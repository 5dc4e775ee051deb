package org.sluis.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.people.AccountLabels;
import org.sluis.people.PersonRequest;
import org.sluis.platform.rest.EntityTags;

/** What administrators change of what is kept of a person, and of the account with it (promise B9). */
@ApplicationScoped
class ProfileChanges {

    @Inject
    Directory directory;

    @Inject
    PersonAmendments amendments;

    @Inject
    ChangeRunner runner;

    /**
     * @param expected the states the change may be made to
     * @throws ProblemException {@code not-found}, {@code precondition-required}, {@code stale}, {@code invalid-member},
     *     {@code account-missing}, {@code account-exists}, {@code directory-away}, {@code conflict}
     */
    Amended amend(Caller administrator, UUID id, PersonRequest request, Optional<EntityTags> expected) {
        Optional<AccountLabels> now = request.namesLabels()
                ? Optional.of(account(amendments.subject(administrator, id)).labels())
                : Optional.empty();
        now.ifPresent(labels -> requireFree(labels, request.over(labels)));
        Optional<AccountChange> change = amendments.order(administrator, id, request, expected, now);
        change.filter(entered -> !entered.isProposed())
                .ifPresent(running -> runner.run(
                        administrator, running, person -> amendments.describe(administrator, person, request)));
        return new Amended(
                amendments.amended(administrator, id),
                change.filter(AccountChange::isProposed).map(AccountChange::id));
    }

    private void requireFree(AccountLabels now, AccountLabels then) {
        if (!then.email().equals(now.email()) && directory.knows(then.email())) {
            throw new ProblemException(Problem.ACCOUNT_EXISTS);
        }
    }

    private Account account(String subject) {
        return directory.find(subject).orElseThrow(() -> new ProblemException(Problem.ACCOUNT_MISSING));
    }
}

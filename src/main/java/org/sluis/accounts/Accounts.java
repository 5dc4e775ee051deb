package org.sluis.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Role;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;

/**
 * Accounts shut, opened and changed: ordered in one transaction, asked of the realm in none, ended in another. What needs a
 * second administrator answers with its proposal.
 */
@ApplicationScoped
class Accounts {

    @Inject
    AccountOrders orders;

    @Inject
    ChangeRunner runner;

    @Inject
    Directory directory;

    /** The account as the realm holds it. */
    FilteredView read(Caller administrator, UUID id) {
        String subject = orders.subject(administrator, AccountAction.ACCOUNT_VIEWED, id);
        Account account = directory.find(subject).orElseThrow(() -> new ProblemException(Problem.ACCOUNT_MISSING));
        return FieldFilter.shown(
                AccountView.of(account, directory.roles(subject), directory.secondFactors(subject)),
                Audience.of(administrator));
    }

    /** @throws ProblemException {@code not-found}, {@code own-account}, {@code directory-away} */
    void disable(Caller administrator, UUID id) {
        runner.run(administrator, orders.disable(administrator, id));
    }

    /** The same for a colleague of {@code member}, who administers the organisation. */
    void disableColleague(Caller member, UUID organisation, UUID id) {
        runner.run(member, orders.disableColleague(member, organisation, id));
    }

    /** @throws ProblemException {@code not-found}, {@code account-missing}, {@code directory-away} */
    Optional<UUID> enable(Caller administrator, UUID id) {
        return runner.runUnlessProposed(administrator, orders.order(administrator, ChangeKind.ENABLED, id));
    }

    /** @throws ProblemException {@code not-found}, {@code own-account}, {@code invalid-member}, {@code directory-away} */
    Optional<UUID> assign(Caller administrator, UUID id, Set<Role> roles) {
        return runner.runUnlessProposed(administrator, orders.assign(administrator, id, roles));
    }

    /** @throws ProblemException {@code not-found}, {@code account-missing}, {@code directory-away} */
    void endSessions(Caller administrator, UUID id) {
        runner.run(administrator, orders.order(administrator, ChangeKind.SESSIONS, id));
    }

    /** The person is signed out as well: whoever asks for this may have lost more than a telephone. */
    Optional<UUID> resetSecondFactor(Caller administrator, UUID id) {
        return runner.runUnlessProposed(administrator, orders.resetSecondFactor(administrator, id));
    }
}

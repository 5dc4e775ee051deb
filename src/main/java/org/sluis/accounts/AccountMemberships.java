package org.sluis.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.sluis.kernel.Caller;
import org.sluis.people.MembershipChanges;

/** A membership is a change of the account, which names its organisation. */
@ApplicationScoped
class AccountMemberships implements MembershipChanges {

    @Inject
    AccountOrders orders;

    @Inject
    ChangeRunner runner;

    @Override
    public void join(Caller administrator, UUID organisation, UUID person) {
        runner.run(administrator, orders.join(administrator, organisation, person));
    }

    @Override
    public void leave(Caller administrator, UUID organisation, UUID person) {
        runner.run(administrator, orders.leave(administrator, organisation, person));
    }
}

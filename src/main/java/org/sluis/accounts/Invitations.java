package org.sluis.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Role;

/** New people: an account with its roles, a person, and a mail with a link to choose a password. */
@ApplicationScoped
class Invitations {

    @Inject
    AccountOrders orders;

    @Inject
    ChangeRunner runner;

    @Inject
    Directory directory;

    /** @throws ProblemException {@code role-missing}, {@code invalid-member}, {@code account-exists}, {@code directory-away} */
    Invited invite(Caller administrator, Invitation invitation) {
        if (administrator.is(Role.ADMIN) && directory.knows(invitation.labels().email())) {
            throw new ProblemException(Problem.ACCOUNT_EXISTS);
        }
        AccountChange change = orders.invite(administrator, invitation);
        return new Invited(change.personId(), runner.runUnlessProposed(administrator, change));
    }

    /**
     * Writes once more to somebody whose invitation was lost or is too old. What was sent before works no more.
     *
     * @throws ProblemException {@code invitation-used} for whoever has a password already
     */
    void repeat(Caller administrator, UUID id) {
        runner.run(administrator, orders.inviteAgain(administrator, id));
    }
}

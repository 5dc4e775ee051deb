package org.sluis.people;

import java.util.UUID;
import org.sluis.kernel.Caller;
import org.sluis.kernel.ProblemException;

/** Memberships begin and end with the account, which this room does not know: whoever keeps the accounts implements it. */
public interface MembershipChanges {

    /**
     * Makes a person a member, of this organisation and no other.
     *
     * @throws ProblemException {@code not-found}; {@code invalid-member} for an employee; {@code account-missing},
     *     {@code directory-away}
     */
    void join(Caller administrator, UUID organisation, UUID person);

    /** @throws ProblemException {@code not-found} unless the person is a member; {@code directory-away} */
    void leave(Caller administrator, UUID organisation, UUID person);
}

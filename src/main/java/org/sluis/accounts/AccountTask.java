package org.sluis.accounts;

import java.util.Optional;

/**
 * What the realm is to be asked for one change.
 *
 * @param subject of the account; none for somebody new, or whose account is in another realm
 * @param organisationKey by which the account names the organisation that is wanted
 * @param inviter who has ordered it, where the portal knows them still
 */
record AccountTask(
        AccountChange change, Optional<String> subject, Optional<String> organisationKey, Optional<Inviter> inviter) {

    /** The name of an account that this change makes: the same at every attempt. */
    String username() {
        return change.personId().toString();
    }
}

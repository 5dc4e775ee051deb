package org.sluis.accounts;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sluis.kernel.Role;
import org.sluis.people.AccountLabels;
import org.sluis.people.PersonProfile;

/** Somebody who is to get an account, as what and for whom. */
record Invitation(AccountLabels labels, Set<Role> roles, Optional<UUID> organisation, PersonProfile profile) {

    Invitation {
        roles = Set.copyOf(roles);
    }
}

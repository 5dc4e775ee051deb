package org.sluis.accounts;

import static org.sluis.platform.rest.Audience.ADMIN;

import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sluis.kernel.Role;
import org.sluis.platform.rest.VisibleTo;

/** An account as administrators see it (promise B4). */
@Schema(name = "Account")
record AccountView(
        @VisibleTo(ADMIN) String username,
        @VisibleTo(ADMIN) String givenName,
        @VisibleTo(ADMIN) String familyName,
        @VisibleTo(ADMIN) boolean enabled,
        @VisibleTo(ADMIN) List<String> roles,
        @VisibleTo(ADMIN) List<String> secondFactors) {

    static AccountView of(Account account, Set<Role> roles, List<String> secondFactors) {
        return new AccountView(
                account.username(),
                account.labels().givenName(),
                account.labels().familyName(),
                account.enabled(),
                roles.stream().map(Role::claim).sorted().toList(),
                secondFactors);
    }
}

package org.sluis.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who asks: the signed-in person of a request. Passed to every use case, never fetched from a thread.
 *
 * @param personId the portal's identifier of the person
 * @param name the person's name, a label only
 * @param roles what the identity provider says the person is
 * @param organisationId the client organisation the person belongs to; none for employees
 * @param address the network address of the request, for the trail
 * @param language the one the person has chosen in the portal
 */
public record Caller(
        UUID personId,
        String name,
        Set<Role> roles,
        Optional<UUID> organisationId,
        Optional<String> address,
        Optional<Locale> language) {

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Somebody who has chosen no language. */
    public Caller(
            UUID personId, String name, Set<Role> roles, Optional<UUID> organisationId, Optional<String> address) {
        this(personId, name, roles, organisationId, address, Optional.empty());
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** Whether the person works for the certification body. */
    public boolean isEmployee() {
        return is(Role.INSPECTOR) || is(Role.ADMIN) || is(Role.DPO);
    }
}

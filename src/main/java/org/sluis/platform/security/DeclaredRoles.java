package org.sluis.platform.security;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Role;

/**
 * Whom an endpoint declares to answer. The method's declaration wins over its class's; without one it answers nobody
 * (promise B2).
 *
 * @param isPublic whether it answers without sign-in
 */
record DeclaredRoles(boolean isPublic, Set<Role> roles) {

    public DeclaredRoles {
        roles = Set.copyOf(roles);
    }

    static DeclaredRoles of(ResourceInfo endpoint) {
        if (endpoint.getResourceMethod().isAnnotationPresent(PermitAll.class)) {
            return new DeclaredRoles(true, Set.of());
        }
        Set<Role> roles = Optional.ofNullable(endpoint.getResourceMethod().getAnnotation(RolesAllowed.class))
                .or(() -> Optional.ofNullable(endpoint.getResourceClass().getAnnotation(RolesAllowed.class)))
                .map(DeclaredRoles::named)
                .orElse(Set.of());
        return new DeclaredRoles(false, roles);
    }

    boolean admit(Caller caller) {
        return roles.stream().anyMatch(caller::is);
    }

    private static Set<Role> named(RolesAllowed declared) {
        return Arrays.stream(declared.value())
                .flatMap(name -> Role.of(name).stream())
                .collect(Collectors.toSet());
    }
}

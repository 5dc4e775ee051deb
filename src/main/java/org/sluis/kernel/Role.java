package org.sluis.kernel;

import java.util.Arrays;
import java.util.Optional;

/** What a person is to the portal, as the identity provider says it (promise B7). */
public enum Role {
    CLIENT("client"),
    INSPECTOR("inspector"),
    ADMIN("admin"),
    DPO("dpo");

    private final String claim;

    Role(String claim) {
        this.claim = claim;
    }

    /** The role's name in tokens and in {@code @RolesAllowed}. */
    public String claim() {
        return claim;
    }

    /** Whether it is given to people of the certification body, who sign in with a second factor. */
    public boolean isOfEmployees() {
        return this != CLIENT;
    }

    /** The role of that name; names the portal does not know give no role. */
    public static Optional<Role> of(String claim) {
        return Arrays.stream(values()).filter(role -> role.claim.equals(claim)).findFirst();
    }
}

package org.sluis.platform.security;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people change at their account on the realm's own pages, from which they come back signed in (Keycloak, {@code kc_action}). */
enum AccountStep {
    PASSWORD("UPDATE_PASSWORD"),
    /** One-time codes of an application, as second factor. */
    CODES("CONFIGURE_TOTP"),
    /** A security key, as second factor. */
    KEY("webauthn-register");

    private final String action;

    AccountStep(String action) {
        this.action = action;
    }

    static Optional<AccountStep> of(@Nullable String name) {
        return Arrays.stream(values())
                .filter(step -> step.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /** As the realm calls it. */
    String action() {
        return action;
    }
}

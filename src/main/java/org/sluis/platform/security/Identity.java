package org.sluis.platform.security;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sluis.kernel.Role;

/**
 * A person as the identity provider vouches for: issuer and subject identify, the rest are labels.
 *
 * @param organisation the name of the client organisation
 * @param roles which the account has
 * @param counting those of them that count now, by how strongly the person signed in
 * @param asOf when the realm said so, or earlier
 */
public record Identity(
        String issuer,
        String subject,
        String name,
        Optional<String> email,
        Locale language,
        Optional<String> organisation,
        Set<Role> roles,
        Set<Role> counting,
        Instant asOf) {

    public Identity {
        roles = Set.copyOf(roles);
        counting = Set.copyOf(counting);
    }

    /** An account of which nothing has to be asked: whatever it has counts. */
    public Identity(
            String issuer,
            String subject,
            String name,
            Optional<String> email,
            Locale language,
            Optional<String> organisation,
            Set<Role> roles,
            Instant asOf) {
        this(issuer, subject, name, email, language, organisation, roles, roles, asOf);
    }

    /** The same, said at that moment. */
    public Identity asOf(Instant moment) {
        return new Identity(issuer, subject, name, email, language, organisation, roles, counting, moment);
    }

    /** Whether the person signed in too weakly for what the account is. */
    boolean isTooWeak() {
        return !counting.equals(roles);
    }
}

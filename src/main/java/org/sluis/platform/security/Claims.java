package org.sluis.platform.security;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sluis.kernel.PlainText;
import org.sluis.kernel.Role;
import org.sluis.platform.web.Languages;

/** Reads an {@link Identity} from the claims of a token that was validated already. */
final class Claims {

    private Claims() {}

    /** @param employeeAcr how strongly somebody must have signed in for roles of employees to count, where that is looked at */
    static Identity identity(JWTClaimsSet claims, Optional<String> employeeAcr) throws ParseException {
        String subject = Objects.requireNonNull(claims.getSubject(), "sub");
        Set<Role> roles = roles(claims);
        return new Identity(
                Objects.requireNonNull(claims.getIssuer(), "iss"),
                subject,
                text(claims, "name")
                        .or(() -> safely(claims, "preferred_username"))
                        .map(PlainText::mended)
                        .filter(name -> !name.isEmpty())
                        .orElse(subject),
                text(claims, "email").filter(address -> isTrue(claims, "email_verified")),
                language(text(claims, "locale")),
                text(claims, "organisation"),
                roles,
                isStrongEnough(claims, roles, employeeAcr) ? roles : Set.of(),
                Optional.ofNullable(claims.getIssueTime()).map(Date::toInstant).orElse(Instant.EPOCH));
    }

    /** An address counts when its owner has shown that it is theirs (OpenID Connect Core 1.0, 5.1 and 5.7). */
    private static boolean isTrue(JWTClaimsSet claims, String name) {
        return Boolean.TRUE.equals(claims.getClaim(name));
    }

    /** The roles the account has. */
    private static Set<Role> roles(JWTClaimsSet claims) throws ParseException {
        List<String> groups =
                Optional.ofNullable(claims.getStringListClaim("groups")).orElse(List.of());
        return groups.stream().map(Role::of).flatMap(Optional::stream).collect(Collectors.toSet());
    }

    /**
     * Whether its roles count. A session may be older than a role: it was begun without the second factor that the realm asks of
     * employees, and says so (OpenID Connect Core 1.0, 2, {@code acr}). Then an employee is nothing else either: who the account
     * belongs to is as uncertain for a client's rights as for an employee's.
     */
    private static boolean isStrongEnough(JWTClaimsSet claims, Set<Role> roles, Optional<String> employeeAcr) {
        return employeeAcr.isEmpty()
                || roles.stream().noneMatch(Role::isOfEmployees)
                || employeeAcr.equals(safely(claims, "acr"));
    }

    private static Locale language(Optional<String> tag) {
        return Locale.forLanguageTag(tag.filter(Languages.CODES::contains).orElse("en"));
    }

    private static Optional<String> text(JWTClaimsSet claims, String name) throws ParseException {
        return Optional.ofNullable(claims.getStringClaim(name)).filter(value -> !value.isBlank());
    }

    private static Optional<String> safely(JWTClaimsSet claims, String name) {
        return claims.getClaim(name) instanceof String value ? Optional.of(value) : Optional.empty();
    }
}

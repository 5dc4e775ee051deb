package org.sluis.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import java.text.ParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sluis.kernel.Role;

/** Which roles count, by how somebody has signed in. */
class ClaimsTest {

    private static final List<String> ROLES = List.of("client", "inspector", "admin", "dpo", "somebody");

    @Test
    void employeesAreWhoSignedInStronglyEnough() throws ParseException {
        assertThat(roles(claims().claim("acr", "2"), Optional.of("2"))).containsExactlyInAnyOrder(Role.values());
    }

    @Test
    void employeesAreNothingWithoutAndStayWhatTheirAccountsAre() throws ParseException {
        for (String acr : List.of("0", "1", "", "22", "2 ")) {
            assertThat(roles(claims().claim("acr", acr), Optional.of("2"))).isEmpty();
        }
        assertThat(roles(claims().claim("acr", 2), Optional.of("2"))).isEmpty();
        Identity weak = Claims.identity(claims().build(), Optional.of("2"));
        assertThat(weak.counting()).isEmpty();
        assertThat(weak.roles()).containsExactlyInAnyOrder(Role.values());
        assertThat(weak.isTooWeak()).isTrue();
    }

    @Test
    void clientsAreTheyHoweverTheySignedIn() throws ParseException {
        assertThat(roles(claims().claim("groups", List.of("client")), Optional.of("2")))
                .containsExactly(Role.CLIENT);
        assertThat(Claims.identity(claims().claim("groups", List.of("client")).build(), Optional.of("2"))
                        .isTooWeak())
                .isFalse();
    }

    @Test
    void everybodyIsWhatTheRealmSaysWhereNobodyLooksAtIt() throws ParseException {
        assertThat(roles(claims(), Optional.empty())).containsExactlyInAnyOrder(Role.values());
    }

    private static Set<Role> roles(JWTClaimsSet.Builder claims, Optional<String> employeeAcr) throws ParseException {
        return Claims.identity(claims.build(), employeeAcr).counting();
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("https://login.example.org/realms/sluis")
                .subject("4711")
                .claim("groups", ROLES);
    }
}

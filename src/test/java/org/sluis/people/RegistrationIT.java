package org.sluis.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Role;
import org.sluis.kernel.SystemCaller;
import org.sluis.platform.security.Identity;
import org.sluis.stack.BareDatabase;
import org.sluis.stack.UseCases;

/** Whose member an account is, by what the realm says of it. */
class RegistrationIT {

    private final UseCases portal = UseCases.ofApplication(BareDatabase.get());
    private final String name = "Plant " + UUID.randomUUID();

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void organisationNobodyHasMetIsFoundedAndItsNextMemberJoinsIt() throws SQLException {
        UUID organisation = organisationOf(name).orElseThrow();
        assertThat(organisationOf(name)).contains(organisation);
    }

    /** The name is a label that administrators give; what accounts say is a key. One that meets the other is no member. */
    @Test
    void organisationThatOnlyHasTheSameNameIsSomebodyElses() throws SQLException {
        UUID somebodyElses = Ids.next();
        try (Connection connection = BareDatabase.get().connectAsSuperuser();
                PreparedStatement founding =
                        connection.prepareStatement("insert into organisation (id, name) values (?, ?)")) {
            founding.setObject(1, somebodyElses);
            founding.setString(2, name);
            founding.executeUpdate();
        }
        assertThat(organisationOf(name)).isEmpty();
        assertThat(organisationOf(name)).isEmpty();
    }

    /** A request that was under way, or the answer of a cache, would undo what an administrator has just done. */
    @Test
    void whatTheRealmSaidBeforeAnAdministratorChangedTheAccountIsNotFollowed() throws SQLException {
        Identity before = signedIn(name);
        Caller member = caller(before);
        UUID organisation = member.organisationId().orElseThrow();
        change("update person set organisation_id = null, account_changed_at = now() where id = '%s'"
                .formatted(member.personId()));

        assertThat(caller(before).organisationId()).isEmpty();
        assertThat(caller(before.asOf(Instant.now().plusSeconds(60))).organisationId())
                .contains(organisation);
    }

    /** It says how somebody signed in this time, not what they are: nothing is ended for it. */
    @Test
    void weakSignInLeavesAnEmployeeAnEmployee() throws SQLException {
        Identity strong = employee(Set.of(Role.INSPECTOR, Role.ADMIN));
        Caller employee = caller(strong);
        UUID team = Ids.next();
        change("insert into team (id, name) values ('%1$s', 'Team %1$s')".formatted(team));
        change("insert into membership (person_id, principal_id, kind, since) values ('%s', '%s', 'TEAM', now())"
                .formatted(employee.personId(), team));
        String kept = "select roles || employee || array(select principal_id from membership m where m.person_id = p.id"
                + " and m.until is null and m.kind = 'TEAM')::text from person p where id = '%s'"
                        .formatted(employee.personId());
        List<?> before = portal.as(employee, () -> portal.rows(kept));

        Caller weak = caller(new Identity(
                strong.issuer(),
                strong.subject(),
                strong.name(),
                strong.email(),
                strong.language(),
                strong.organisation(),
                strong.roles(),
                Set.of(),
                Instant.now().plusSeconds(60)));

        assertThat(weak.personId()).isEqualTo(employee.personId());
        assertThat(weak.roles()).isEmpty();
        assertThat(before.toString()).contains("ADMIN", "INSPECTOR", "true", team.toString());
        assertThat(portal.as(employee, () -> portal.rows(kept))).isEqualTo(before);
    }

    /** Administrators alone learn it; who only calls the interface does not sign in. */
    @Test
    void lastSignInIsKeptToTheHourForAdministrators() throws SQLException {
        Caller administrator = caller(employee(Set.of(Role.ADMIN)));
        Caller officer = caller(employee(Set.of(Role.DPO)));
        Identity identity = signedIn(name);
        Caller member = caller(identity);
        assertThat(lastSignIn(administrator, member)).isEmpty();

        Instant first = lastSignInAfterSigningIn(identity, administrator);
        assertThat(lastSignInAfterSigningIn(identity, administrator)).isEqualTo(first);
        change("update last_sign_in set at = at - interval '61 minutes' where person_id = '%s'"
                .formatted(member.personId()));
        assertThat(lastSignInAfterSigningIn(identity, administrator)).isAfterOrEqualTo(first);

        for (Caller other : List.of(officer, member)) {
            assertThat(portal.as(other, () -> portal.rows("select person_id from last_sign_in")))
                    .isEmpty();
        }
    }

    private Instant lastSignInAfterSigningIn(Identity identity, Caller administrator) {
        Caller person = portal.as(SystemCaller.REGISTRAR, () -> {
            portal.get(People.class).signedIn(identity, Optional.empty());
            return portal.get(People.class).callerOf(identity, Optional.empty()).orElseThrow();
        });
        return lastSignIn(administrator, person).orElseThrow();
    }

    private Optional<Instant> lastSignIn(Caller administrator, Caller person) {
        return portal.as(administrator, () -> portal.get(People.class).shown(administrator, person.personId()))
                .map(shown -> shown.get("lastSignIn"))
                .map(moment -> Instant.parse(moment.toString()));
    }

    private static Identity employee(Set<Role> roles) {
        return new Identity(
                "https://realm.example.org",
                UUID.randomUUID().toString(),
                "Eva",
                Optional.empty(),
                Locale.ENGLISH,
                Optional.empty(),
                roles,
                Instant.now());
    }

    private Caller caller(Identity identity) {
        return portal.as(SystemCaller.REGISTRAR, () -> portal.get(People.class).callerOf(identity, Optional.empty()))
                .orElseThrow();
    }

    private static void change(String update) throws SQLException {
        try (Connection connection = BareDatabase.get().connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(update);
        }
    }

    private Optional<UUID> organisationOf(String key) {
        return portal.as(
                        SystemCaller.REGISTRAR,
                        () -> portal.get(People.class).callerOf(signedIn(key), Optional.empty()))
                .flatMap(Caller::organisationId);
    }

    private static Identity signedIn(String organisation) {
        return new Identity(
                "https://realm.example.org",
                UUID.randomUUID().toString(),
                "Mia",
                Optional.empty(),
                Locale.ENGLISH,
                Optional.of(organisation),
                Set.of(Role.CLIENT),
                Instant.now());
    }
}

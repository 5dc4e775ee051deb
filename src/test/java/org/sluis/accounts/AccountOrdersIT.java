package org.sluis.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Role;
import org.sluis.kernel.SystemCaller;
import org.sluis.people.AccountLabels;
import org.sluis.people.People;
import org.sluis.people.PersonProfile;
import org.sluis.platform.config.Settings;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.security.Identity;
import org.sluis.stack.BareDatabase;
import org.sluis.stack.UseCases;

/** Which changes of accounts wait for a second administrator, and who can be one, by the portal and by the database alone. */
class AccountOrdersIT {

    private static final String CONSENT =
            "update account_change set consented_by = '%s', consented_at = now(), state = 'RUNNING' where id = '%s'";

    private final BareDatabase database = BareDatabase.get();
    private final UseCases portal = UseCases.ofApplication(database);
    private final Caller administrator = signedIn(Role.ADMIN);
    private final Caller second = signedIn(Role.ADMIN);

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void employeesAreInvitedByTwoAndClientsByOne() {
        assertThat(invited(Role.CLIENT).isProposed()).isFalse();
        AccountChange proposal = invited(Role.INSPECTOR);
        assertThat(proposal.isProposed()).isTrue();
        assertThat(as(second, () -> portal.get(OpenProposals.class).read(second, proposal.id())))
                .containsEntry("name", "Eva Employee");
        assertThat(as(
                                second,
                                () -> portal.get(OpenProposals.class)
                                        .list(second, new PageRequest(200, Optional.empty())))
                        .items())
                .anySatisfy(item ->
                        assertThat(item).containsEntry("id", proposal.id().toString()));
        assertThat(refusal(administrator, proposal)).isEqualTo(Problem.OWN_PROPOSAL);
        assertThat(consented(second, proposal).isProposed()).isFalse();
        assertThat(refusal(second, proposal)).isEqualTo(Problem.CONFLICT);
    }

    @Test
    void rolesThatAreTakenAwayNeedNoSecond() {
        Caller inspector = signedIn(Role.INSPECTOR, Role.DPO);
        assertThat(assigned(inspector, Role.DPO).isProposed()).isFalse();
        Caller other = signedIn(Role.INSPECTOR);
        assertThat(assigned(other, Role.INSPECTOR, Role.ADMIN).isProposed()).isTrue();
        assertThat(as(
                                administrator,
                                () -> portal.get(AccountOrders.class)
                                        .resetSecondFactor(administrator, other.personId()))
                        .isProposed())
                .isTrue();
        Caller client = signedIn(Role.CLIENT);
        assertThat(as(
                                administrator,
                                () -> portal.get(AccountOrders.class)
                                        .resetSecondFactor(administrator, client.personId()))
                        .isProposed())
                .isFalse();
    }

    @Test
    void oneChangeOfAnAccountRunsAtATime() {
        Caller client = signedIn(Role.CLIENT);
        as(
                administrator,
                () -> portal.get(AccountOrders.class).order(administrator, ChangeKind.SESSIONS, client.personId()));
        assertThat(catchThrowableOfType(
                                ProblemException.class,
                                () -> as(
                                        second,
                                        () -> portal.get(AccountOrders.class).disable(second, client.personId())))
                        .problem())
                .isEqualTo(Problem.CONFLICT);
    }

    @Test
    void databaseKnowsWhoCanConsentAndWhatNeedsIt() throws SQLException {
        AccountChange proposal = invited(Role.ADMIN);
        assertThatThrownBy(() -> change(administrator, CONSENT.formatted(administrator.personId(), proposal.id())))
                .hasStackTraceContaining("account_change");
        assertThatThrownBy(() -> change(second, CONSENT.formatted(administrator.personId(), proposal.id())))
                .hasStackTraceContaining("not the caller's to make");
        assertThatThrownBy(() -> change(
                        second,
                        "update account_change set state = 'DONE', ended_at = now() where id = '%s'"
                                .formatted(proposal.id())))
                .hasStackTraceContaining("account_change");
        assertThatThrownBy(() -> change(administrator, """
                        insert into account_change (id, person_id, kind, roles, ordered_by, ordered_as, ordered_at, state,
                            next_attempt_at)
                        values (gen_random_uuid(), gen_random_uuid(), 'INVITATION', 'ADMIN', '%s', 'ADMIN', now(),
                            'RUNNING', now())
                        """.formatted(administrator.personId())))
                .hasStackTraceContaining("not the caller's to make");

        Caller puppet = signedIn(Role.ADMIN);
        hadAHandIn(administrator, puppet);
        assertThat(refusal(puppet, proposal)).isEqualTo(Problem.NOT_INDEPENDENT);
        assertThatThrownBy(() -> change(puppet, CONSENT.formatted(puppet.personId(), proposal.id())))
                .hasStackTraceContaining("not the caller's to make");
        assertThat(consented(second, proposal).isProposed()).isFalse();
    }

    private AccountChange invited(Role role) {
        AccountLabels labels = new AccountLabels("Eva", "Employee", UUID.randomUUID() + "@example.org", Locale.ENGLISH);
        Invitation invitation = new Invitation(labels, Set.of(role), Optional.empty(), PersonProfile.EMPTY);
        return as(administrator, () -> portal.get(AccountOrders.class).invite(administrator, invitation));
    }

    private AccountChange assigned(Caller person, Role... roles) {
        return as(
                administrator,
                () -> portal.get(AccountOrders.class).assign(administrator, person.personId(), Set.of(roles)));
    }

    private AccountChange consented(Caller caller, AccountChange proposal) {
        return as(caller, () -> portal.get(AccountChanges.class).consent(caller, proposal.id()));
    }

    private Problem refusal(Caller caller, AccountChange proposal) {
        return catchThrowableOfType(ProblemException.class, () -> consented(caller, proposal))
                .problem();
    }

    private <T> T as(Caller caller, Callable<T> work) {
        return portal.as(caller, work);
    }

    private int change(Caller caller, String statement) {
        return as(caller, () -> portal.change(statement));
    }

    private void hadAHandIn(Caller by, Caller account) throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("""
                    insert into account_change (id, person_id, kind, ordered_by, ordered_as, ordered_at, state, ended_at,
                        next_attempt_at)
                    values (gen_random_uuid(), '%s', 'INVITATION', '%s', 'ADMIN', now(), 'DONE', now(), now())
                    """.formatted(account.personId(), by.personId()));
        }
    }

    private Caller signedIn(Role... roles) {
        String subject = UUID.randomUUID().toString();
        Identity identity = new Identity(
                portal.get(Settings.class).oidc().issuer().toString(),
                subject,
                "Person " + subject,
                Optional.of(subject + "@example.org"),
                Locale.ENGLISH,
                Optional.empty(),
                Set.of(roles),
                Instant.now());
        return portal.as(SystemCaller.REGISTRAR, () -> portal.get(People.class).callerOf(identity, Optional.empty()))
                .orElseThrow();
    }
}

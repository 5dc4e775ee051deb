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
import org.sluis.people.Persons;
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

    /** Who made both could be both, and who made the one that made the other could be that one. */
    @Test
    void thirdWhoStandsBehindBothMakesThemOne() throws SQLException {
        Caller third = signedIn(Role.ADMIN);
        Caller puppet = signedIn(Role.ADMIN);
        Caller puppets = signedIn(Role.ADMIN);
        hadAHandIn(third, puppet);
        hadAHandIn(third, administrator);
        AccountChange proposal = invited(Role.ADMIN);
        assertCannotConsent(puppet, proposal);
        hadAHandIn(puppet, puppets);
        assertCannotConsent(third, proposal);
        assertThat(consented(puppets, proposal).isProposed()).isFalse();

        Caller made = signedIn(Role.ADMIN);
        hadAHandIn(administrator, made);
        Caller makesMore = signedIn(Role.ADMIN);
        hadAHandIn(made, makesMore);
        assertCannotConsent(makesMore, invited(Role.DPO));
    }

    /** Both have changed somebody's account: that says nothing about the two. */
    @Test
    void twoWhoHadAHandInTheSameAccountAreStillTwo() throws SQLException {
        Caller inspector = signedIn(Role.INSPECTOR);
        hadAHandIn(administrator, inspector);
        hadAHandIn(second, inspector);
        assertThat(consented(second, invited(Role.INSPECTOR)).isProposed()).isFalse();
    }

    @Test
    void employeesAreLetInAgainByTwoAndShutOutByOne() {
        Caller inspector = signedIn(Role.INSPECTOR);
        Caller client = signedIn(Role.CLIENT);
        assertThat(enabled(inspector).isProposed()).isTrue();
        assertThat(enabled(client).isProposed()).isFalse();
        assertThat(as(administrator, () -> portal.get(AccountOrders.class).disable(administrator, inspector.personId()))
                        .isProposed())
                .isFalse();
        Caller other = signedIn(Role.INSPECTOR);
        assertThatThrownBy(() -> change(administrator, """
                        insert into account_change (id, person_id, kind, ordered_by, ordered_as, ordered_at, state,
                            next_attempt_at)
                        values (gen_random_uuid(), '%s', 'ENABLED', '%s', 'ADMIN', now(), 'RUNNING', now())
                        """.formatted(other.personId(), administrator.personId())))
                .hasStackTraceContaining("not the caller's to make");
    }

    @Test
    void consentLooksAgainAtWhatTheOrderLookedAt() throws SQLException {
        Caller client = signedIn(Role.CLIENT);
        AccountChange proposal = assigned(client, Role.INSPECTOR);
        UUID organisation = UUID.randomUUID();
        changed("insert into organisation (id, name) values ('%1$s', 'Plant %1$s')".formatted(organisation));
        changed("update person set organisation_id = '%s' where id = '%s'".formatted(organisation, client.personId()));
        assertThat(refusal(second, proposal)).isEqualTo(Problem.INVALID_MEMBER);

        AccountChange own = assigned(second, Role.ADMIN, Role.DPO);
        assertThat(refusal(second, own)).isEqualTo(Problem.OWN_ACCOUNT);

        AccountChange left = invited(Role.INSPECTOR);
        changed("update person set active = false where id = '%s'".formatted(administrator.personId()));
        assertThat(refusal(second, left)).isEqualTo(Problem.CONFLICT);
    }

    @Test
    void nobodyBecomesSomebodyElseWhileAProposalAboutThemWaits() throws SQLException {
        Caller client = signedIn(Role.CLIENT);
        UUID organisation = UUID.randomUUID();
        changed("insert into organisation (id, name) values ('%1$s', 'Plant %1$s')".formatted(organisation));
        assertThat(assigned(client, Role.INSPECTOR).isProposed()).isTrue();
        assertThat(catchThrowableOfType(
                                ProblemException.class,
                                () -> as(
                                        second,
                                        () -> portal.get(AccountOrders.class)
                                                .join(second, organisation, client.personId())))
                        .problem())
                .isEqualTo(Problem.CONFLICT);
        WantedAccount address = WantedAccount.named(
                new AccountLabels("Eva", "Else", UUID.randomUUID() + "@example.org", Locale.ENGLISH));
        assertThat(catchThrowableOfType(
                                ProblemException.class,
                                () -> as(
                                        second,
                                        () -> portal.get(AccountChanges.class)
                                                .entered(
                                                        second,
                                                        ChangeKind.ADDRESS,
                                                        portal.get(Persons.class)
                                                                .locked(client.personId()),
                                                        address)))
                        .problem())
                .isEqualTo(Problem.CONFLICT);
    }

    private AccountChange enabled(Caller person) {
        return as(
                administrator,
                () -> portal.get(AccountOrders.class).order(administrator, ChangeKind.ENABLED, person.personId()));
    }

    /** Neither by the portal nor by the database alone. */
    private void assertCannotConsent(Caller caller, AccountChange proposal) {
        assertThat(refusal(caller, proposal)).isEqualTo(Problem.NOT_INDEPENDENT);
        assertThatThrownBy(() -> change(caller, CONSENT.formatted(caller.personId(), proposal.id())))
                .hasStackTraceContaining("not the caller's to make");
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
        changed("""
                    insert into account_change (id, person_id, kind, ordered_by, ordered_as, ordered_at, state, ended_at,
                        next_attempt_at)
                    values (gen_random_uuid(), '%s', 'INVITATION', '%s', 'ADMIN', now(), 'DONE', now(), now())
                    """.formatted(account.personId(), by.personId()));
    }

    private void changed(String update) throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(update);
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

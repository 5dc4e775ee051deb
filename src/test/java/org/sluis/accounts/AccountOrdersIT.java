package org.sluis.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.sluis.accounts.Administrators.CONSENT;

import java.sql.SQLException;
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
import org.sluis.people.AccountLabels;
import org.sluis.people.Persons;
import org.sluis.platform.rest.PageRequest;
import org.sluis.stack.BareDatabase;
import org.sluis.stack.UseCases;

/** Which changes of accounts wait for a second administrator, by the portal and by the database alone. */
class AccountOrdersIT {

    private final BareDatabase database = BareDatabase.get();
    private final UseCases portal = UseCases.ofApplication(database);
    private final Administrators people = new Administrators(database, portal);
    private final Caller administrator = people.administrator();
    private final Caller second = people.administrator();

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
        Caller inspector = people.signedIn(Role.INSPECTOR, Role.DPO);
        assertThat(assigned(inspector, Role.DPO).isProposed()).isFalse();
        Caller other = people.signedIn(Role.INSPECTOR);
        assertThat(assigned(other, Role.INSPECTOR, Role.ADMIN).isProposed()).isTrue();
        assertThat(as(
                                administrator,
                                () -> portal.get(AccountOrders.class)
                                        .resetSecondFactor(administrator, other.personId()))
                        .isProposed())
                .isTrue();
        Caller client = people.signedIn(Role.CLIENT);
        assertThat(as(
                                administrator,
                                () -> portal.get(AccountOrders.class)
                                        .resetSecondFactor(administrator, client.personId()))
                        .isProposed())
                .isFalse();
    }

    @Test
    void oneChangeOfAnAccountRunsAtATime() {
        Caller client = people.signedIn(Role.CLIENT);
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

        Caller puppet = people.administrator();
        people.hadAHandIn(administrator, puppet);
        assertThat(refusal(puppet, proposal)).isEqualTo(Problem.NOT_INDEPENDENT);
        assertThatThrownBy(() -> change(puppet, CONSENT.formatted(puppet.personId(), proposal.id())))
                .hasStackTraceContaining("not the caller's to make");
        assertThat(consented(second, proposal).isProposed()).isFalse();
    }

    @Test
    void employeesAreLetInAgainByTwoAndShutOutByOne() {
        Caller inspector = people.signedIn(Role.INSPECTOR);
        Caller client = people.signedIn(Role.CLIENT);
        assertThat(enabled(inspector).isProposed()).isTrue();
        assertThat(enabled(client).isProposed()).isFalse();
        assertThat(as(administrator, () -> portal.get(AccountOrders.class).disable(administrator, inspector.personId()))
                        .isProposed())
                .isFalse();
        Caller other = people.signedIn(Role.INSPECTOR);
        assertThatThrownBy(() -> change(administrator, """
                        insert into account_change (id, person_id, kind, ordered_by, ordered_as, ordered_at, state,
                            next_attempt_at)
                        values (gen_random_uuid(), '%s', 'ENABLED', '%s', 'ADMIN', now(), 'RUNNING', now())
                        """.formatted(other.personId(), administrator.personId())))
                .hasStackTraceContaining("not the caller's to make");
    }

    @Test
    void consentLooksAgainAtWhatTheOrderLookedAt() throws SQLException {
        Caller client = people.signedIn(Role.CLIENT);
        AccountChange proposal = assigned(client, Role.INSPECTOR);
        UUID organisation = UUID.randomUUID();
        people.changed("insert into organisation (id, name) values ('%1$s', 'Plant %1$s')".formatted(organisation));
        people.changed(
                "update person set organisation_id = '%s' where id = '%s'".formatted(organisation, client.personId()));
        assertThat(refusal(second, proposal)).isEqualTo(Problem.INVALID_MEMBER);

        AccountChange own = assigned(second, Role.ADMIN, Role.DPO);
        assertThat(refusal(second, own)).isEqualTo(Problem.OWN_ACCOUNT);

        AccountChange left = invited(Role.INSPECTOR);
        people.changed("update person set active = false where id = '%s'".formatted(administrator.personId()));
        assertThat(refusal(second, left)).isEqualTo(Problem.CONFLICT);
    }

    @Test
    void nobodyBecomesSomebodyElseWhileAProposalAboutThemWaits() throws SQLException {
        Caller client = people.signedIn(Role.CLIENT);
        UUID organisation = UUID.randomUUID();
        people.changed("insert into organisation (id, name) values ('%1$s', 'Plant %1$s')".formatted(organisation));
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

    private AccountChange invited(Role role) {
        return people.invited(administrator, role);
    }

    private AccountChange assigned(Caller person, Role... roles) {
        return as(
                administrator,
                () -> portal.get(AccountOrders.class).assign(administrator, person.personId(), Set.of(roles)));
    }

    private AccountChange consented(Caller caller, AccountChange proposal) {
        return people.consented(caller, proposal);
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
}

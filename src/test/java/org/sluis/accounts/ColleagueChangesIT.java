package org.sluis.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluis.kernel.AuditEvent;
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
import org.sluis.platform.security.Identity;
import org.sluis.stack.BareDatabase;
import org.sluis.stack.UseCases;

/** What members who administer their organisation order, and what the second wall lets become of it. */
class ColleagueChangesIT {

    private static final String ORDER = """
            insert into account_change (id, person_id, kind, ordered_by, ordered_as, ordered_at, state, attempts,
                next_attempt_at)
            values (gen_random_uuid(), '%s', '%s', '%s', 'CLIENT', now(), 'RUNNING', 1, now())
            """;

    private final BareDatabase database = BareDatabase.get();
    private final UseCases portal = UseCases.ofApplication(database);
    private final String plant = "Plant " + UUID.randomUUID();
    private final Caller member = signedIn(plant);
    private final Caller colleague = signedIn(plant);
    private final Caller stranger = signedIn("Other " + plant);
    private final UUID organisation = member.organisationId().orElseThrow();

    @BeforeEach
    void administer() throws SQLException {
        administers(member, true);
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void colleagueIsShutOut() {
        AccountChange change = disabled(colleague);
        ended(change, Optional.of(UUID.randomUUID().toString()));
        assertThat(isActive(colleague)).isFalse();
    }

    /** The realm has shut the account already, so the portal follows. */
    @Test
    void whatBrokeOffIsEndedAlsoForSomebodyWhoAdministersNoMore() throws SQLException {
        AccountChange disabled = disabled(colleague);
        AccountChange invited = invited();
        administers(member, false);
        UUID elsewhere = stranger.organisationId().orElseThrow();
        assertThatThrownBy(() -> change(
                        member,
                        "update person set organisation_id = '%s' where id = '%s'"
                                .formatted(elsewhere, colleague.personId())))
                .hasStackTraceContaining("row-level security");
        moved(member, elsewhere);

        Caller again = portal.as(
                SystemCaller.ACCOUNTS, () -> portal.get(AccountChanges.class).callerAgain(disabled));
        assertThat(again.personId()).isEqualTo(member.personId());
        assertThat(as(member, () -> portal.get(ChangeOutcomes.class).task(member, invited))
                        .organisationKey())
                .contains(plant);
        ended(disabled, Optional.of(UUID.randomUUID().toString()));
        ended(invited, Optional.of(UUID.randomUUID().toString()));
        assertThat(isActive(colleague)).isFalse();
        assertThat(organisationOf(invited.personId())).contains(organisation);
        assertThat(as(
                        member,
                        () -> portal.rows("select id from person where id in ('%s', '%s')"
                                .formatted(colleague.personId(), invited.personId()))))
                .isEmpty();
    }

    @Test
    void strangerIsNotFoundAndTheAttemptIsTold() {
        assertThat(catchThrowableOfType(ProblemException.class, () -> disabled(stranger))
                        .problem())
                .isEqualTo(Problem.NOT_FOUND);
        assertThat(portal.events())
                .filteredOn(AuditEvent.class::isInstance)
                .extracting(event -> ((AuditEvent) event).resource().id())
                .contains(Optional.of(stranger.personId()));
    }

    /** The order itself opens the other's row, so the database asks who may give it. */
    @Test
    void databaseTakesOrdersOfThoseWhoAdminister() throws SQLException {
        String foreign = ORDER.formatted(stranger.personId(), "DISABLED", member.personId());
        String other = ORDER.formatted(colleague.personId(), "ENABLED", member.personId());
        String own = ORDER.formatted(colleague.personId(), "DISABLED", member.personId());
        for (String refused : List.of(foreign, other)) {
            assertThatThrownBy(() -> change(member, refused)).hasStackTraceContaining("row-level security");
        }
        administers(member, false);
        assertThatThrownBy(() -> change(member, own)).hasStackTraceContaining("row-level security");
        administers(member, true);
        assertThat(change(member, own)).isEqualTo(1);
    }

    /** Together they may invite so many: each waits for the other, and counts what the other has invited. */
    @Test
    void membersWhoInviteAreCountedTogether() throws SQLException {
        AccountChange invited = invited();
        String invitations = "select id from account_change where organisation_id = '%s'".formatted(organisation);
        String lock = "select id from organisation where id = '%s' for update".formatted(organisation);
        assertThat(as(colleague, () -> portal.rows(invitations))).isEmpty();
        assertThat(as(colleague, () -> portal.rows(lock))).isEmpty();
        administers(colleague, true);
        assertThat(as(colleague, () -> portal.rows(invitations))).hasSize(1);
        assertThat(as(colleague, () -> portal.rows(lock))).hasSize(1);
        assertThatThrownBy(() -> change(
                        colleague, "update organisation set name = 'mine' where id = '%s'".formatted(organisation)))
                .hasStackTraceContaining("row-level security");
        assertThat(as(stranger, () -> portal.rows(lock))).isEmpty();
        assertThat(invited.isProposed()).isFalse();
    }

    private AccountChange disabled(Caller person) {
        return as(
                member,
                () -> portal.get(AccountOrders.class).disableColleague(member, organisation, person.personId()));
    }

    private AccountChange invited() {
        AccountLabels labels = new AccountLabels("Eva", "Else", UUID.randomUUID() + "@example.org", Locale.ENGLISH);
        Invitation invitation =
                new Invitation(labels, Set.of(Role.CLIENT), Optional.of(organisation), PersonProfile.EMPTY);
        return as(member, () -> portal.get(AccountOrders.class).inviteColleague(member, organisation, invitation));
    }

    private void ended(AccountChange change, Optional<String> subject) {
        as(member, () -> {
            ChangeOutcomes outcomes = portal.get(ChangeOutcomes.class);
            AccountTask task = outcomes.task(member, change);
            outcomes.done(member, task, subject, Optional.empty(), person -> {});
            return task;
        });
    }

    private boolean isActive(Caller person) {
        return portal.as(SystemCaller.ACCOUNTS, () -> portal.get(People.class).isActive(person.personId()));
    }

    private Optional<UUID> organisationOf(UUID person) {
        return portal.as(
                SystemCaller.ACCOUNTS,
                () -> portal.get(Persons.class).existing(person).organisationId());
    }

    private <T> T as(Caller caller, Callable<T> work) {
        return portal.as(caller, work);
    }

    private int change(Caller caller, String statement) {
        return as(caller, () -> portal.change(statement));
    }

    private void administers(Caller person, boolean does) throws SQLException {
        changed("update person set organisation_administrator = %s where id = '%s'".formatted(does, person.personId()));
    }

    private void moved(Caller person, UUID to) throws SQLException {
        changed("update person set organisation_id = '%s' where id = '%s'".formatted(to, person.personId()));
    }

    private void changed(String update) throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(update);
        }
    }

    private Caller signedIn(String organisationKey) {
        String subject = UUID.randomUUID().toString();
        Identity identity = new Identity(
                portal.get(Settings.class).oidc().issuer().toString(),
                subject,
                "Person " + subject,
                Optional.of(subject + "@example.org"),
                Locale.ENGLISH,
                Optional.of(organisationKey),
                Set.of(Role.CLIENT),
                Instant.now());
        return portal.as(SystemCaller.REGISTRAR, () -> portal.get(People.class).callerOf(identity, Optional.empty()))
                .orElseThrow();
    }
}

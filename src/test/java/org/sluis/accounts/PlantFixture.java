package org.sluis.accounts;

import static org.assertj.core.api.Assertions.assertThat;

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
import org.sluis.kernel.AuditEvent;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Role;
import org.sluis.kernel.SystemCaller;
import org.sluis.people.AccountLabels;
import org.sluis.people.Arrivals;
import org.sluis.people.People;
import org.sluis.people.PersonProfile;
import org.sluis.platform.config.Settings;
import org.sluis.platform.security.Identity;
import org.sluis.stack.BareDatabase;
import org.sluis.stack.UseCases;

/** An organisation with a member who administers it and one who does not, and a stranger: what tests of colleagues begin with. */
abstract class PlantFixture {

    static final String ORDER = """
            insert into account_change (id, person_id, kind, ordered_by, ordered_as, ordered_at, state, attempts,
                next_attempt_at)
            values (gen_random_uuid(), '%s', '%s', '%s', 'CLIENT', now(), 'RUNNING', 1, now())
            """;

    final BareDatabase database = BareDatabase.get();
    final UseCases portal = UseCases.ofApplication(database).with(Arrivals.class, ColleagueInvitations.class);
    final String plant = "Plant " + UUID.randomUUID();
    final Caller member = signedIn(plant);
    final Caller colleague = signedIn(plant);
    final Caller stranger = signedIn("Other " + plant);
    final UUID organisation = member.organisationId().orElseThrow();

    @BeforeEach
    void administer() throws SQLException {
        administers(member, true);
    }

    @AfterEach
    void close() {
        portal.close();
    }

    /** The realm has made the account, and its person may sign in. */
    Identity made(AccountChange invited) {
        String subject = UUID.randomUUID().toString();
        carriedOut(invited, Optional.of(subject));
        return identity(subject, plant, Role.CLIENT).asOf(Instant.now().plusSeconds(60));
    }

    void carriedOut(AccountChange change, Optional<String> subject) {
        AccountTask task = task(change);
        portal.as(SystemCaller.ACCOUNTS, () -> {
            portal.get(UnseenOutcomes.class).done(task, subject);
            return task;
        });
    }

    AccountTask task(AccountChange change) {
        return portal.as(
                SystemCaller.ACCOUNTS, () -> portal.get(UnseenOutcomes.class).task(change));
    }

    Optional<Caller> arrived(Identity identity) {
        return portal.as(SystemCaller.REGISTRAR, () -> portal.get(People.class).callerOf(identity, Optional.empty()));
    }

    AccountChange invited() {
        return invited(UUID.randomUUID() + "@example.org");
    }

    AccountChange invited(String address) {
        AccountLabels labels = new AccountLabels("Eva", "Else", address, Locale.ENGLISH);
        Invitation invitation =
                new Invitation(labels, Set.of(Role.CLIENT), Optional.of(organisation), PersonProfile.EMPTY);
        return as(member, () -> portal.get(AccountOrders.class).inviteColleague(member, organisation, invitation));
    }

    void withdraw(AccountChange invited) {
        assertThat(as(
                        member,
                        () -> portal.get(ColleagueInvitations.class)
                                .withdraw(member, organisation, invited.personId())))
                .isTrue();
    }

    /** The order to shut the account of an invitation that was taken back. */
    Optional<AccountChange> shutNow(AccountChange invited) {
        return as(member, () -> portal.get(ColleagueInvitations.class).shut(member, invited.personId()));
    }

    /** What the trail was told of those acts. */
    List<AuditEvent> told(AccountAction action) {
        return portal.events().stream()
                .filter(AuditEvent.class::isInstance)
                .map(AuditEvent.class::cast)
                .filter(event -> event.action() == action)
                .toList();
    }

    void ended(Caller caller, AccountChange change, Optional<String> subject) {
        as(caller, () -> {
            ChangeOutcomes outcomes = portal.get(ChangeOutcomes.class);
            AccountTask task = outcomes.task(caller, change);
            outcomes.done(caller, task, subject, Optional.empty(), person -> {});
            return task;
        });
    }

    boolean isActive(Caller person) {
        return isActive(person.personId());
    }

    boolean isActive(UUID person) {
        return portal.as(SystemCaller.ACCOUNTS, () -> portal.get(People.class).isActive(person));
    }

    <T> T as(Caller caller, Callable<T> work) {
        return portal.as(caller, work);
    }

    int change(Caller caller, String statement) {
        return as(caller, () -> portal.change(statement));
    }

    void administers(Caller person, boolean does) throws SQLException {
        changed("update person set organisation_administrator = %s where id = '%s'".formatted(does, person.personId()));
    }

    void changed(String update) throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(update);
        }
    }

    Caller signedIn(String organisationKey) {
        return signedIn(organisationKey, Role.CLIENT);
    }

    Caller signedIn(String organisationKey, Role role) {
        return arrived(identity(UUID.randomUUID().toString(), organisationKey, role))
                .orElseThrow();
    }

    Identity identity(String subject, String organisationKey, Role role) {
        return new Identity(
                portal.get(Settings.class).oidc().issuer().toString(),
                subject,
                "Person " + subject,
                Optional.of(subject + "@example.org"),
                Locale.ENGLISH,
                Optional.of(organisationKey).filter(key -> !key.isEmpty()),
                Set.of(role),
                Instant.now());
    }
}

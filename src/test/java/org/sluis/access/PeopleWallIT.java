package org.sluis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Role;
import org.sluis.kernel.SystemCaller;
import org.sluis.people.People;
import org.sluis.people.PersonSummary;
import org.sluis.people.Principal;
import org.sluis.people.Principals;
import org.sluis.stack.BareDatabase;
import org.sluis.stack.UseCases;

/**
 * The tables that decide who a caller is have the second wall too: whoever asks for everything, as the portal's role in a
 * person's name, reads the own row, memberships, organisation and teams.
 */
@TestInstance(Lifecycle.PER_CLASS)
class PeopleWallIT {

    private static final String PERSONS = "select id from person";
    private static final String RENTALS = "select person_id from person_rental";
    private static final String NAMES_OF_OTHERS = "select principal_id from membership";

    private final BareDatabase database = BareDatabase.get();
    private final Exchange exchange = new Exchange(database);
    private final UseCases portal = exchange.portal;

    private Caller administrator = exchange.person(Optional.empty(), Role.ADMIN);
    private Caller dpo = administrator;
    private Caller client = administrator;
    private Caller colleague = administrator;
    private Caller stranger = administrator;
    private UUID plant = administrator.personId();
    private UUID team = administrator.personId();

    @BeforeEach
    void twoPlantsAndATeam() {
        String name = "Plant " + UUID.randomUUID();
        administrator = exchange.person(Optional.empty(), Role.ADMIN);
        dpo = exchange.person(Optional.empty(), Role.DPO);
        client = exchange.person(Optional.of(name), Role.CLIENT);
        colleague = exchange.person(Optional.of(name), Role.CLIENT);
        stranger = exchange.person(Optional.of("Other " + name), Role.CLIENT);
        plant = client.organisationId().orElseThrow();
        team = exchange.team(administrator, "Team of " + name);
    }

    @AfterAll
    void close() {
        exchange.close();
    }

    @Test
    void showsAPersonTheOwnRowOnly() {
        assertThat(ids(client, PERSONS)).containsExactly(client.personId());
        assertThat(ids(client, "select id from person where id = '%s'".formatted(colleague.personId())))
                .isEmpty();
        assertThat(ids(administrator, PERSONS)).contains(client.personId(), colleague.personId(), stranger.personId());
        assertThat(ids(dpo, PERSONS)).contains(client.personId(), colleague.personId(), stranger.personId());
    }

    @Test
    void showsAPersonTheOwnMembershipsOnly() {
        assertThat(ids(client, NAMES_OF_OTHERS)).containsExactlyInAnyOrder(client.personId(), plant);
        assertThat(ids(administrator, NAMES_OF_OTHERS)).contains(client.personId(), colleague.personId());
        assertThat(ids(dpo, NAMES_OF_OTHERS)).contains(client.personId(), colleague.personId());
    }

    @Test
    void showsAPersonTheOwnOrganisationOnly() {
        assertThat(ids(client, "select id from organisation")).containsExactly(plant);
        assertThat(ids(exchange.person(Optional.empty(), Role.INSPECTOR), "select id from organisation"))
                .isEmpty();
        for (Caller overseer : List.of(administrator, dpo)) {
            assertThat(ids(overseer, "select id from organisation"))
                    .contains(plant, stranger.organisationId().orElseThrow());
        }
    }

    @Test
    void showsAPersonTheOwnTeamsOnly() {
        Caller inspector = exchange.person(Optional.empty(), Role.INSPECTOR);
        assertThat(ids(inspector, "select id from team")).isEmpty();
        exchange.join(administrator, team, inspector.personId());
        assertThat(ids(inspector, "select id from team")).containsExactly(team);
        assertThat(ids(client, "select id from team")).isEmpty();
        assertThat(ids(dpo, "select id from team")).contains(team);
    }

    @Test
    void showsItsMembersToWhoeverAdministersAnOrganisationAsLongAsTheyDo() throws SQLException {
        administers(client, true);
        assertThat(ids(client, PERSONS)).containsExactlyInAnyOrder(client.personId(), colleague.personId());
        assertThat(change(client, "update person set active = false where id = '%s'", colleague.personId()))
                .isEqualTo(1);
        assertThat(change(client, "update person set active = false where id = '%s'", stranger.personId()))
                .isZero();
        for (String itself : List.of("employee = true", "roles = 'ADMIN'", "active = true")) {
            assertThatThrownBy(
                            () -> change(client, "update person set " + itself + " where id = '%s'", client.personId()))
                    .hasStackTraceContaining("row-level security");
        }
        for (String away : List.of("employee = true", "organisation_id = null")) {
            assertThatThrownBy(() ->
                            change(client, "update person set " + away + " where id = '%s'", colleague.personId()))
                    .hasStackTraceContaining("row-level security");
        }
        administers(client, false);
        assertThat(ids(client, PERSONS)).containsExactly(client.personId());
    }

    /** The words of an order open rows, so those that only administrators use are nobody else's. */
    @Test
    void letsAMemberMoveNobodyByAnOrderThatNamesAnotherOrganisation() throws SQLException {
        administers(client, true);
        UUID foreign = stranger.organisationId().orElseThrow();
        String order = """
                insert into account_change (id, person_id, kind, organisation_id, ordered_by, ordered_as, ordered_at, state,
                    attempts, next_attempt_at)
                values (gen_random_uuid(), '%s', 'DISABLED', %s, '%s', 'CLIENT', now(), 'RUNNING', 1, now())
                """;
        assertThatThrownBy(() ->
                        change(client, order.formatted(colleague.personId(), "'" + foreign + "'", client.personId())))
                .hasStackTraceContaining("account_change_check");
        change(client, order.formatted(colleague.personId(), "null", client.personId()));
        assertThatThrownBy(() -> change(
                        client,
                        "update person set organisation_id = '" + foreign + "' where id = '%s'",
                        colleague.personId()))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void letsAMemberEnterWhomTheyInvitedAsInvitedAndNobodyElse() throws SQLException {
        administers(client, true);
        UUID invited = UUID.randomUUID();
        UUID uninvited = UUID.randomUUID();
        change(client, """
                insert into account_change (id, person_id, kind, organisation_id, roles, ordered_by, ordered_as, ordered_at,
                    state, attempts, next_attempt_at)
                values (gen_random_uuid(), '%s', 'INVITATION', '%s', 'CLIENT', '%s', 'CLIENT', now(), 'RUNNING', 1, now())
                """, invited, plant, client.personId());
        for (String refused : List.of(
                entering(uninvited, "CLIENT", false, false),
                entering(invited, "ADMIN", false, false),
                entering(invited, "CLIENT", false, true))) {
            assertThatThrownBy(() -> change(client, refused)).hasStackTraceContaining("members invite clients");
        }
        assertThatThrownBy(() -> change(client, entering(invited, "CLIENT", true, false)))
                .hasStackTraceContaining("row-level security");
        assertThat(change(client, entering(invited, "CLIENT", false, false))).isEqualTo(1);
    }

    @Test
    void letsAMemberShutOutColleaguesAndChangeNothingElseOfThem() throws SQLException {
        administers(client, true);
        UUID other = colleague.personId();
        assertThat(change(
                        client, "update person set active = false, account_changed_at = now() where id = '%s'", other))
                .isEqualTo(1);
        for (String more : List.of(
                "active = true",
                "roles = 'ADMIN'",
                "email = 'mine@example.org'",
                "organisation_administrator = true")) {
            assertThatThrownBy(() -> change(client, "update person set " + more + " where id = '%s'", other))
                    .as(more)
                    .hasStackTraceContaining("members invite clients");
        }
        assertThat(change(administrator, "update person set active = true where id = '%s'", other))
                .isEqualTo(1);
    }

    private String entering(UUID person, String roles, boolean employee, boolean administers) {
        return """
                insert into person (id, issuer, subject, name, email, language, employee, roles, organisation_id, active,
                    organisation_administrator)
                values ('%1$s', 'test', '%1$s', 'New', null, 'en', %2$s, '%3$s', '%4$s', true, %5$s)
                """.formatted(person, employee, roles, plant, administers);
    }

    @Test
    void showsWhatRentalCompaniesTellOfAPersonToNoColleague() throws SQLException {
        rented(colleague);
        administers(client, true);
        assertThat(ids(client, "select id from person where id = '%s'".formatted(colleague.personId())))
                .as("the rest of the colleague")
                .hasSize(1);
        for (Caller other : List.of(client, stranger, exchange.person(Optional.empty(), Role.INSPECTOR))) {
            assertThat(ids(other, RENTALS)).isEmpty();
        }
        for (Caller reader : List.of(colleague, dpo, administrator)) {
            assertThat(ids(reader, RENTALS)).contains(colleague.personId());
        }
        for (SystemCaller other : SystemCaller.values()) {
            assertThat(portal.as(other, () -> portal.rows(RENTALS))).isEmpty();
        }
        assertThat(portal.asNobody(() -> portal.rows(RENTALS))).isEmpty();
    }

    @Test
    void letsAdministratorsAloneChangeWhatRentalCompaniesTell() throws SQLException {
        rented(colleague);
        administers(client, true);
        String change = "update person_rental set licence_plate = '2-XYZ-9' where person_id = '%s'";
        for (Caller other : List.of(client, colleague, dpo)) {
            assertThat(change(other, change, colleague.personId())).isZero();
            assertThat(change(other, "delete from person_rental where person_id = '%s'", colleague.personId()))
                    .isZero();
            assertThatThrownBy(() ->
                            change(other, "insert into person_rental (person_id) values ('%s')", stranger.personId()))
                    .hasStackTraceContaining("row-level security");
        }
        assertThat(change(administrator, change, colleague.personId())).isEqualTo(1);
    }

    /** Also when somebody ends the membership who could not read it. */
    @Test
    void endsWhatRentalCompaniesTellWithTheMembershipAndWithTheRental() throws SQLException {
        rented(client);
        portal.as(
                SystemCaller.REGISTRAR,
                () -> portal.change(
                        "update person set organisation_id = null where id = '%s'".formatted(client.personId())));
        assertThat(ids(administrator, RENTALS)).doesNotContain(client.personId());

        rented(colleague);
        change(administrator, "update organisation set type = 'RENTAL' where id = '%s'", plant);
        assertThat(ids(administrator, RENTALS)).contains(colleague.personId());
        change(administrator, "update organisation set type = 'OTHER' where id = '%s'", plant);
        assertThat(ids(administrator, RENTALS)).doesNotContain(colleague.personId());
    }

    private void rented(Caller person) {
        change(
                administrator,
                "insert into person_rental (person_id, birth_date) values ('%s', '1980-04-05')",
                person.personId());
    }

    @Test
    void letsNobodyJoinByThemselves() {
        UUID foreign = stranger.organisationId().orElseThrow();
        assertThatThrownBy(() -> change(client, joining(client.personId(), foreign, "ORGANISATION")))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> change(administrator, joining(administrator.personId(), foreign, "ORGANISATION")))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> change(client, joining(client.personId(), team, "TEAM")))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> change(
                        client,
                        "update person set organisation_id = '" + foreign + "' where id = '%s'",
                        client.personId()))
                .hasStackTraceContaining("row-level security");
        assertThat(change(client, "update membership set until = clock_timestamp()"))
                .isZero();
        assertThat(change(client, "update organisation set name = 'mine'")).isZero();
        assertThatThrownBy(() -> change(client, "insert into team (id, name) values (gen_random_uuid(), 'mine')"))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void letsNobodyGiveAnAccountToAnotherPersonOrAnOrganisationAnotherKey() {
        assertThatThrownBy(() ->
                        change(administrator, "update person set subject = 'mine' where id = '%s'", client.personId()))
                .hasStackTraceContaining("a person keeps the account");
        for (String change : List.of(
                "update person set issuer = 'mine' where id = '%s'".formatted(client.personId()),
                "update organisation set realm_key = 'mine' where id = '%s'".formatted(plant))) {
            assertThatThrownBy(() -> change(administrator, change)).hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void tellsLabelsOfThoseWhoseIdentifiersAreKnownAndOfNobodyElse() {
        List<UUID> known = List.of(stranger.personId(), UUID.randomUUID());
        Map<UUID, PersonSummary> told =
                portal.as(client, () -> portal.get(People.class).summaries(client, known));
        assertThat(told).containsOnlyKeys(stranger.personId());
        Map<UUID, Principal> named =
                portal.as(client, () -> portal.get(Principals.class).named(client, List.of(team, plant)));
        assertThat(named).containsOnlyKeys(team, plant);
        assertThat(portal.asNobody(
                        () -> portal.rows("select id from person_labels(array[cast(?1 as uuid)])", client.personId())))
                .isEmpty();
    }

    @Test
    void letsTheMailerReadWhomItWritesToAndChangeNothing() {
        String reading = "select id from person where id = '%s'".formatted(client.personId());
        assertThat(portal.as(SystemCaller.MAILER, () -> portal.rows(reading))).hasSize(1);
        assertThat(portal.as(SystemCaller.MAILER, () -> portal.change("update person set active = false")))
                .isZero();
        for (SystemCaller other : List.of(SystemCaller.GATE, SystemCaller.SWEEPER, SystemCaller.RESCANNER)) {
            assertThat(portal.as(other, () -> portal.rows(PERSONS))).isEmpty();
        }
    }

    /** What broke off goes on in the name of whoever ordered it, and the realm's accounts are compared with persons. */
    @Test
    void letsAccountsReadPersonsAndChangeNothing() {
        assertThat(portal.as(SystemCaller.ACCOUNTS, () -> portal.rows(PERSONS))).isNotEmpty();
        assertThat(portal.as(SystemCaller.ACCOUNTS, () -> portal.change("update person set active = false")))
                .isZero();
        String ours = "select id from organisation where id = '%s'".formatted(plant);
        for (String other : List.of(ours, "select id from team", NAMES_OF_OTHERS)) {
            assertThat(portal.as(SystemCaller.ACCOUNTS, () -> portal.rows(other)))
                    .isEmpty();
        }
    }

    private static String joining(UUID person, UUID principal, String kind) {
        return "insert into membership (person_id, principal_id, kind, since) values ('%s', '%s', '%s', now())"
                .formatted(person, principal, kind);
    }

    private void administers(Caller member, boolean does) throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("update person set organisation_administrator = %s where id = '%s'"
                    .formatted(does, member.personId()));
        }
    }

    private List<UUID> ids(Caller caller, String statement) {
        return portal.as(
                caller,
                () -> portal.rows(statement).stream()
                        .map(id -> UUID.fromString(id.toString()))
                        .toList());
    }

    /** @param identifiers take the places of {@code %s} one after the other */
    private int change(Caller caller, String statement, UUID... identifiers) {
        return portal.as(caller, () -> portal.change(filledIn(statement, identifiers)));
    }

    private static String filledIn(String statement, UUID... identifiers) {
        String filled = statement;
        for (UUID identifier : identifiers) {
            filled = filled.replaceFirst("%s", identifier.toString());
        }
        return filled;
    }
}

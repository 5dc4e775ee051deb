package org.sluis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.sluis.documents.Criteria;
import org.sluis.documents.Documents;
import org.sluis.documents.Reception.Pending;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Role;
import org.sluis.kernel.SystemCaller;
import org.sluis.people.PrincipalKind;
import org.sluis.platform.rest.PageRequest;
import org.sluis.stack.BareDatabase;
import org.sluis.stack.UseCases;

/**
 * The database alone keeps what it must when the application asks for everything (promise B1), and the application alone
 * when the database would give everything. The first wall is taken away by asking without the rule, as the portal's role
 * in a person's name; the second by asking as the owner of the tables, to whom row-level security does not apply.
 */
@TestInstance(Lifecycle.PER_CLASS)
class RowSecurityIT {

    private static final String EVERY_DOCUMENT = "select id from document";

    private final BareDatabase database = BareDatabase.get();
    private final Exchange exchange = new Exchange(database);
    private final UseCases portal = exchange.portal;
    private final UseCases withoutRowSecurity = UseCases.withoutRowSecurity(database);

    private Caller administrator = exchange.person(Optional.empty(), Role.ADMIN);
    private Caller sender = administrator;
    private Caller reader = administrator;
    private UUID granted = administrator.personId();
    private UUID foreign = administrator.personId();

    @BeforeEach
    void oneGrantedAndOneForeignDocument() {
        administrator = exchange.person(Optional.empty(), Role.ADMIN);
        sender = exchange.person(Optional.of("Plant"), Role.CLIENT);
        reader = exchange.person(Optional.empty(), Role.INSPECTOR);
        granted = exchange.released(sender, "granted");
        foreign = exchange.released(sender, "foreign");
        exchange.grant(administrator, granted, reader.personId(), Right.DOWNLOAD);
    }

    @AfterAll
    void close() {
        exchange.close();
        withoutRowSecurity.close();
    }

    @Test
    void listsCountsAndReadsOnlyGrantedDocumentsWithoutTheRuleInTheStatement() {
        assertThat(ids(reader, EVERY_DOCUMENT)).containsExactly(granted);
        assertThat(ids(reader, "select document_id from document_version")).containsExactly(granted);
        assertThat(count(reader, "select count(*) from document")).isEqualTo(1);
        assertThat(count(reader, "select count(*) from document_version")).isEqualTo(1);
        assertThat(ids(reader, "select id from document where id = '%s'".formatted(foreign)))
                .isEmpty();
        assertThat(ids(reader, "select id from document where title like '%or%'"))
                .isEmpty();
    }

    @Test
    void opensNoForeignVersionToAnArchiveOfIds() {
        String archive = "select v.document_id from document d join document_version v on v.document_id = d.id"
                + " where d.id in ('%s', '%s')".formatted(granted, foreign);
        assertThat(ids(reader, archive)).containsExactly(granted);
        assertThat(count(
                        reader,
                        "select count(wrapped_key) from document_version where document_id = '%s'".formatted(foreign)))
                .isZero();
    }

    @Test
    void showsNothingToATransactionInNobodysName() {
        for (String table : List.of(
                "document",
                "document_version",
                "document_grant",
                "document_grant_history",
                "document_past",
                "person",
                "person_rental",
                "membership",
                "organisation",
                "team")) {
            assertThat(portal.asNobody(() -> number("select count(*) from " + table)))
                    .isZero();
        }
    }

    @Test
    void showsGrantsToTheirHolderTheSenderAndThoseWhoAdministerThem() {
        Caller colleague = exchange.person(Optional.empty(), Role.INSPECTOR);
        Caller dpo = exchange.person(Optional.empty(), Role.DPO);
        exchange.grant(administrator, granted, colleague.personId(), Right.VIEW);
        String holders = "select principal_id from document_grant where document_id = '%s'".formatted(granted);
        assertThat(ids(reader, holders)).containsExactly(reader.personId());
        assertThat(ids(exchange.person(Optional.of("Plant"), Role.CLIENT), holders))
                .isEmpty();
        for (Caller seesAll : List.of(sender, administrator, dpo)) {
            assertThat(ids(seesAll, holders))
                    .containsExactlyInAnyOrder(sender.personId(), reader.personId(), colleague.personId());
        }
    }

    @Test
    void keepsTheHistoryFromAllButAdministratorsAndTheDpo() {
        UUID grant = exchange.grant(administrator, granted, reader.personId(), Right.VIEW);
        exchange.revoke(administrator, granted, grant);
        String history = "select id from document_grant_history where document_id = '%s'".formatted(granted);
        assertThat(ids(administrator, history)).hasSize(2);
        assertThat(ids(exchange.person(Optional.empty(), Role.DPO), history)).hasSize(2);
        assertThat(ids(reader, history)).isEmpty();
        assertThat(ids(sender, history)).isEmpty();
    }

    @Test
    void followsRevocationExpiryAndAGrantToCome() throws SQLException {
        UUID later = exchange.released(sender, "later");
        exchange.grant(
                administrator,
                later,
                new GrantOrder(
                        reader.personId(),
                        Right.VIEW,
                        Optional.of(Instant.now().plus(Duration.ofHours(1))),
                        Optional.empty(),
                        "inspection"));
        UUID over = exchange.released(sender, "over");
        exchange.expire(database, exchange.grant(administrator, over, reader.personId(), Right.REVISE));
        UUID revoked = exchange.released(sender, "revoked");
        exchange.revoke(
                administrator, revoked, exchange.grant(administrator, revoked, reader.personId(), Right.REVISE));
        assertThat(ids(reader, EVERY_DOCUMENT)).containsExactly(granted);
    }

    @Test
    void followsOrganisationTeamAndAccount() {
        Caller client = exchange.person(Optional.of("Quarry " + granted), Role.CLIENT);
        UUID organisation = client.organisationId().orElseThrow();
        exchange.grant(administrator, foreign, order(PrincipalKind.ORGANISATION, organisation));
        UUID team = exchange.team(administrator, "Concrete " + granted);
        exchange.join(administrator, team, reader.personId());
        exchange.grant(administrator, foreign, order(PrincipalKind.TEAM, team));
        assertThat(ids(client, EVERY_DOCUMENT)).containsExactly(foreign);
        assertThat(ids(reader, EVERY_DOCUMENT)).containsExactlyInAnyOrder(granted, foreign);

        exchange.leave(administrator, team, reader.personId());
        exchange.setActive(client.personId(), false);
        assertThat(ids(client, EVERY_DOCUMENT)).isEmpty();
        assertThat(ids(reader, EVERY_DOCUMENT)).containsExactly(granted);
    }

    @Test
    void keepsWhatWaitsOrWasRefusedToItsSender() {
        Pending waiting = exchange.sent(sender, "waiting");
        exchange.grant(administrator, waiting.documentId(), reader.personId(), Right.REVISE);
        Pending revision = exchange.revised(sender, granted);
        assertThat(ids(reader, EVERY_DOCUMENT)).containsExactly(granted);
        assertThat(ids(reader, "select id from document_version")).doesNotContain(revision.versionId());
        assertThat(ids(sender, EVERY_DOCUMENT)).contains(waiting.documentId());
        assertThat(ids(sender, "select id from document_version")).contains(revision.versionId());

        exchange.reject(waiting);
        assertThat(ids(reader, EVERY_DOCUMENT)).containsExactly(granted);
        assertThat(ids(sender, EVERY_DOCUMENT)).contains(waiting.documentId());
    }

    @Test
    void letsOnlyTheGateChangeAState() {
        String recall = "update document set state = 'RECALLED' where id = '%s'".formatted(granted);
        assertThatThrownBy(() -> change(sender, recall)).hasStackTraceContaining("only the gate");
        assertThatThrownBy(() -> change(administrator, recall)).hasStackTraceContaining("only the gate");
        assertThat(change(reader, recall)).isZero();
        String judge = "update document_version set state = 'RECALLED' where document_id = '%s'".formatted(granted);
        assertThat(change(sender, judge)).isZero();
        assertThat(change(reader, judge)).isZero();
        assertThatThrownBy(() -> change(
                        administrator,
                        "update document_version set wrapped_key = null where document_id = '%s'".formatted(granted)))
                .hasStackTraceContaining("only the gate");
    }

    @Test
    void letsReadersChangeNothing() {
        exchange.grant(administrator, granted, reader.personId(), Right.REVISE);
        assertThatThrownBy(
                        () -> change(reader, "update document set title = 'mine' where id = '%s'".formatted(granted)))
                .hasStackTraceContaining("row-level security");
        assertThat(change(sender, "update document set title = 'better' where id = '%s'".formatted(granted)))
                .isEqualTo(1);
    }

    @Test
    void letsNobodyButAdministratorsGrantAndInTheirOwnNameOnly() {
        for (Caller caller : List.of(sender, reader)) {
            assertThatThrownBy(() -> change(caller, grantStatement(foreign, caller.personId(), caller.personId())))
                    .hasStackTraceContaining("row-level security");
        }
        assertThatThrownBy(() -> change(administrator, grantStatement(foreign, reader.personId(), sender.personId())))
                .hasStackTraceContaining("row-level security");
        assertThat(change(reader, "delete from document_grant")).isZero();
        assertThat(change(sender, "delete from document_grant")).isZero();
    }

    @Test
    void letsNobodyEnterADocumentForAnother() {
        assertThatThrownBy(() -> change(reader, """
                        insert into document (id, title, category, state, current_version, uploader_id, uploaded_at, revision)
                        values (gen_random_uuid(), 't', 'test-report', 'CHECKING', 1, '%s', now(), 1)
                        """.formatted(sender.personId())))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> change(reader, """
                        insert into document_version (id, document_id, number, file_name, size, sha256, blob_id, state,
                                                      uploader_id, uploaded_at, attempts, next_attempt_at, revision)
                        values (gen_random_uuid(), '%s', 2, 'f', 1, repeat('a', 64), gen_random_uuid(), 'CHECKING',
                                '%s', now(), 0, now(), 1)
                        """.formatted(granted, reader.personId())))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void givesTheSweeperOnlyWhatIsOver() throws SQLException {
        UUID over = exchange.grant(
                administrator,
                granted,
                exchange.person(Optional.empty(), Role.INSPECTOR).personId(),
                Right.VIEW);
        exchange.expire(database, over);
        String expired = "select count(*) from document_grant where id = '%s'".formatted(over);
        assertThat(portal.as(SystemCaller.SWEEPER, () -> number(expired))).isEqualTo(1);
        assertThat(portal.as(SystemCaller.SWEEPER, () -> number("select count(*) from document")))
                .isZero();
        String running = "from document_grant where valid_until is null or valid_until > clock_timestamp()";
        assertThat(portal.as(SystemCaller.SWEEPER, () -> number("select count(*) " + running)))
                .isZero();
        assertThat(portal.as(SystemCaller.SWEEPER, () -> portal.change("delete " + running)))
                .isZero();
    }

    @Test
    void givesTheGateNoGrants() {
        assertThat(portal.as(SystemCaller.GATE, () -> number("select count(*) from document_grant")))
                .isZero();
        assertThat(portal.as(SystemCaller.GATE, () -> number("select count(*) from document")))
                .isPositive();
    }

    @Test
    void theFirstWallHoldsAloneAsWell() {
        Documents documents = withoutRowSecurity.get(Documents.class);
        PageRequest page = PageRequest.of(200, null);
        assertThat(withoutRowSecurity
                        .asNobody(() -> documents.list(reader, Criteria.NONE, page))
                        .items())
                .extracting(document -> document.get("id"))
                .containsExactly(granted.toString());
        assertThat(withoutRowSecurity.asNobody(() -> number(withoutRowSecurity, "select count(*) from document")))
                .isGreaterThan(1);
        for (UUID absent : List.of(foreign, UUID.randomUUID())) {
            assertThat(Exchange.refusal(() -> withoutRowSecurity.asNobody(() -> documents.read(reader, absent))))
                    .isPresent();
            assertThat(Exchange.refusal(() ->
                            withoutRowSecurity.asNobody(() -> documents.content(reader, absent, Optional.empty()))))
                    .isPresent();
            assertThat(Exchange.refusal(() -> withoutRowSecurity.asNobody(() -> documents.versions(reader, absent))))
                    .isPresent();
        }
    }

    @Test
    void aPooledConnectionCarriesNothingOver() throws SQLException {
        try (Connection connection = database.connectAsApplication()) {
            connection.setAutoCommit(false);
            enter(connection, reader);
            assertThat(documents(connection)).containsExactly(granted);
            connection.commit();
            assertThat(documents(connection)).isEmpty();
            connection.commit();
            enter(connection, administrator);
            assertThat(documents(connection)).contains(granted, foreign);
            connection.rollback();
            assertThat(documents(connection)).isEmpty();
            connection.commit();
            connection.setAutoCommit(true);
            enter(connection, administrator);
            assertThat(documents(connection)).isEmpty();
        }
    }

    @Test
    void aTransactionHasOneCaller() throws SQLException {
        try (Connection connection = database.connectAsApplication()) {
            connection.setAutoCommit(false);
            enter(connection, reader);
            assertThatThrownBy(() -> enter(connection, administrator)).hasMessageContaining("has a caller already");
        }
    }

    private List<UUID> ids(Caller caller, String statement) {
        return portal.as(
                caller,
                () -> portal.rows(statement).stream()
                        .map(id -> UUID.fromString(id.toString()))
                        .toList());
    }

    private long count(Caller caller, String statement) {
        return portal.as(caller, () -> number(statement));
    }

    private long number(String statement) {
        return number(portal, statement);
    }

    private static long number(UseCases portal, String statement) {
        return ((Number) portal.rows(statement).get(0)).longValue();
    }

    private int change(Caller caller, String statement) {
        return portal.as(caller, () -> portal.change(statement));
    }

    private static GrantOrder order(PrincipalKind kind, UUID principal) {
        return new GrantOrder(kind, principal, Right.VIEW, Optional.empty(), Optional.empty(), "inspection");
    }

    private static String grantStatement(UUID document, UUID principal, UUID giver) {
        return """
                insert into document_grant (id, principal_id, principal_kind, document_id, access_right, valid_from, purpose,
                                            granted_by, granted_at)
                values (gen_random_uuid(), '%s', 'PERSON', '%s', 'VIEW', now(), 'p', '%s', now())
                on conflict do nothing
                """.formatted(principal, document, giver);
    }

    private static void enter(Connection connection, Caller caller) throws SQLException {
        String role = caller.roles().iterator().next().name();
        try (Statement statement = connection.createStatement()) {
            statement.execute("select wall_enter('%s', '%s')".formatted(caller.personId(), role));
        }
    }

    private static List<UUID> documents(Connection connection) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(EVERY_DOCUMENT)) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }
}

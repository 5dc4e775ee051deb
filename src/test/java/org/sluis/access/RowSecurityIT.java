package org.sluis.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
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
    private final Statements statements = new Statements(exchange.portal);
    private final UseCases withoutRowSecurity = UseCases.withoutRowSecurity(database);

    private TwoDocuments two = TwoDocuments.sent(exchange);

    @BeforeEach
    void oneGrantedAndOneForeignDocument() {
        two = TwoDocuments.sent(exchange);
    }

    @AfterAll
    void close() {
        exchange.close();
        withoutRowSecurity.close();
    }

    @Test
    void listsCountsAndReadsOnlyGrantedDocumentsWithoutTheRuleInTheStatement() {
        assertThat(statements.ids(two.reader(), EVERY_DOCUMENT)).containsExactly(two.granted());
        assertThat(statements.ids(two.reader(), "select document_id from document_version"))
                .containsExactly(two.granted());
        assertThat(statements.count(two.reader(), "select count(*) from document"))
                .isEqualTo(1);
        assertThat(statements.count(two.reader(), "select count(*) from document_version"))
                .isEqualTo(1);
        assertThat(statements.ids(two.reader(), "select id from document where id = '%s'".formatted(two.foreign())))
                .isEmpty();
        assertThat(statements.ids(two.reader(), "select id from document where title like '%or%'"))
                .isEmpty();
    }

    @Test
    void opensNoForeignVersionToAnArchiveOfIds() {
        String archive = "select v.document_id from document d join document_version v on v.document_id = d.id"
                + " where d.id in ('%s', '%s')".formatted(two.granted(), two.foreign());
        assertThat(statements.ids(two.reader(), archive)).containsExactly(two.granted());
        assertThat(statements.count(
                        two.reader(),
                        "select count(wrapped_key) from document_version where document_id = '%s'"
                                .formatted(two.foreign())))
                .isZero();
    }

    @Test
    void showsGrantsToTheirHolderTheSenderAndThoseWhoAdministerThem() {
        Caller colleague = exchange.person(Optional.empty(), Role.INSPECTOR);
        Caller dpo = exchange.person(Optional.empty(), Role.DPO);
        exchange.grant(two.administrator(), two.granted(), colleague.personId(), Right.VIEW);
        String holders = "select principal_id from document_grant where document_id = '%s'".formatted(two.granted());
        assertThat(statements.ids(two.reader(), holders))
                .containsExactly(two.reader().personId());
        assertThat(statements.ids(exchange.person(Optional.of("Plant"), Role.CLIENT), holders))
                .isEmpty();
        for (Caller seesAll : List.of(two.sender(), two.administrator(), dpo)) {
            assertThat(statements.ids(seesAll, holders))
                    .containsExactlyInAnyOrder(
                            two.sender().personId(), two.reader().personId(), colleague.personId());
        }
    }

    @Test
    void keepsTheHistoryFromAllButAdministratorsAndTheDpo() {
        UUID grant =
                exchange.grant(two.administrator(), two.granted(), two.reader().personId(), Right.VIEW);
        exchange.revoke(two.administrator(), two.granted(), grant);
        String history = "select id from document_grant_history where document_id = '%s'".formatted(two.granted());
        assertThat(statements.ids(two.administrator(), history)).hasSize(2);
        assertThat(statements.ids(exchange.person(Optional.empty(), Role.DPO), history))
                .hasSize(2);
        assertThat(statements.ids(two.reader(), history)).isEmpty();
        assertThat(statements.ids(two.sender(), history)).isEmpty();
    }

    @Test
    void followsRevocationExpiryAndAGrantToCome() throws SQLException {
        UUID later = exchange.released(two.sender(), "later");
        exchange.grant(
                two.administrator(),
                later,
                new GrantOrder(
                        two.reader().personId(),
                        Right.VIEW,
                        Optional.of(Instant.now().plus(Duration.ofHours(1))),
                        Optional.empty(),
                        "inspection"));
        UUID over = exchange.released(two.sender(), "over");
        exchange.expire(
                database, exchange.grant(two.administrator(), over, two.reader().personId(), Right.REVISE));
        UUID revoked = exchange.released(two.sender(), "revoked");
        exchange.revoke(
                two.administrator(),
                revoked,
                exchange.grant(two.administrator(), revoked, two.reader().personId(), Right.REVISE));
        assertThat(statements.ids(two.reader(), EVERY_DOCUMENT)).containsExactly(two.granted());
    }

    @Test
    void followsOrganisationTeamAndAccount() {
        Caller client = exchange.person(Optional.of("Quarry " + two.granted()), Role.CLIENT);
        UUID organisation = client.organisationId().orElseThrow();
        exchange.grant(two.administrator(), two.foreign(), order(PrincipalKind.ORGANISATION, organisation));
        UUID team = exchange.team(two.administrator(), "Concrete " + two.granted());
        exchange.join(two.administrator(), team, two.reader().personId());
        exchange.grant(two.administrator(), two.foreign(), order(PrincipalKind.TEAM, team));
        assertThat(statements.ids(client, EVERY_DOCUMENT)).containsExactly(two.foreign());
        assertThat(statements.ids(two.reader(), EVERY_DOCUMENT))
                .containsExactlyInAnyOrder(two.granted(), two.foreign());

        exchange.leave(two.administrator(), team, two.reader().personId());
        exchange.setActive(client.personId(), false);
        assertThat(statements.ids(client, EVERY_DOCUMENT)).isEmpty();
        assertThat(statements.ids(two.reader(), EVERY_DOCUMENT)).containsExactly(two.granted());
    }

    @Test
    void keepsWhatWaitsOrWasRefusedToItsSender() {
        Pending waiting = exchange.sent(two.sender(), "waiting");
        exchange.grant(two.administrator(), waiting.documentId(), two.reader().personId(), Right.REVISE);
        Pending revision = exchange.revised(two.sender(), two.granted());
        assertThat(statements.ids(two.reader(), EVERY_DOCUMENT)).containsExactly(two.granted());
        assertThat(statements.ids(two.reader(), "select id from document_version"))
                .doesNotContain(revision.versionId());
        assertThat(statements.ids(two.sender(), EVERY_DOCUMENT)).contains(waiting.documentId());
        assertThat(statements.ids(two.sender(), "select id from document_version"))
                .contains(revision.versionId());

        exchange.reject(waiting);
        assertThat(statements.ids(two.reader(), EVERY_DOCUMENT)).containsExactly(two.granted());
        assertThat(statements.ids(two.sender(), EVERY_DOCUMENT)).contains(waiting.documentId());
    }

    @Test
    void theFirstWallHoldsAloneAsWell() {
        Documents documents = withoutRowSecurity.get(Documents.class);
        PageRequest page = PageRequest.of(200, null);
        assertThat(withoutRowSecurity
                        .asNobody(() -> documents.list(two.reader(), Criteria.NONE, page))
                        .items())
                .extracting(document -> document.get("id"))
                .containsExactly(two.granted().toString());
        assertThat(withoutRowSecurity.asNobody(
                        () -> new Statements(withoutRowSecurity).number("select count(*) from document")))
                .isGreaterThan(1);
        for (UUID absent : List.of(two.foreign(), UUID.randomUUID())) {
            assertThat(Exchange.refusal(() -> withoutRowSecurity.asNobody(() -> documents.read(two.reader(), absent))))
                    .isPresent();
            assertThat(Exchange.refusal(() -> withoutRowSecurity.asNobody(
                            () -> documents.content(two.reader(), absent, Optional.empty()))))
                    .isPresent();
            assertThat(Exchange.refusal(
                            () -> withoutRowSecurity.asNobody(() -> documents.versions(two.reader(), absent))))
                    .isPresent();
        }
    }

    private static GrantOrder order(PrincipalKind kind, UUID principal) {
        return new GrantOrder(kind, principal, Right.VIEW, Optional.empty(), Optional.empty(), "inspection");
    }
}

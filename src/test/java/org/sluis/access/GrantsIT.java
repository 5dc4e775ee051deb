package org.sluis.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.sluis.documents.Criteria;
import org.sluis.documents.Documents;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.Role;
import org.sluis.kernel.SystemCaller;
import org.sluis.people.PrincipalKind;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.PageRequest;
import org.sluis.stack.BareDatabase;

/** Grants to persons, organisations and teams: what is refused, what is kept, and what one statement answers. */
@TestInstance(Lifecycle.PER_CLASS)
class GrantsIT {

    private final BareDatabase database = BareDatabase.get();
    private final Exchange exchange = new Exchange(database);
    private final Caller administrator = exchange.person(Optional.empty(), Role.ADMIN);
    private Caller sender = administrator;
    private Caller reader = administrator;
    private UUID document = administrator.personId();

    @BeforeEach
    void aReleasedDocument() {
        sender = exchange.person(Optional.of("Plant"), Role.CLIENT);
        reader = exchange.person(Optional.empty(), Role.INSPECTOR);
        document = exchange.released(sender, "report");
    }

    @AfterAll
    void close() {
        exchange.close();
    }

    @Test
    void anotherOnesLiveGrantDoesNotReviveAnExpiredOne() throws SQLException {
        UUID own = exchange.grant(administrator, document, reader.personId(), Right.DOWNLOAD);
        Caller colleague = exchange.person(Optional.empty(), Role.INSPECTOR);
        exchange.grant(administrator, document, colleague.personId(), Right.DOWNLOAD);
        exchange.expire(database, own);
        assertThat(exchange.refusalOfReading(reader, document)).contains(Problem.NOT_FOUND);
        assertThat(exchange.refusalOfContent(reader, document)).contains(Problem.NOT_FOUND);
        assertThat(listed(reader)).isEmpty();
        assertThat(exchange.refusalOfContent(colleague, document)).isEmpty();
    }

    @Test
    void anExpiredStrongGrantDoesNotStrengthenALiveWeakOne() throws SQLException {
        exchange.expire(database, exchange.grant(administrator, document, reader.personId(), Right.REVISE));
        UUID team = exchange.team(administrator, "Weak " + document);
        exchange.join(administrator, team, reader.personId());
        exchange.grant(administrator, document, order(PrincipalKind.TEAM, team, Right.VIEW));
        assertThat(exchange.refusalOfReading(reader, document)).isEmpty();
        assertThat(exchange.refusalOfContent(reader, document)).contains(Problem.RIGHT_MISSING);
        assertThat(listed(reader)).extracting(found -> found.get("right")).containsExactly("VIEW");
    }

    @Test
    void reachesEveryActiveMemberOfAnOrganisationAndNobodyElse() {
        Caller member = exchange.person(Optional.of("Quarry " + document), Role.CLIENT);
        Caller disabled = exchange.person(Optional.of("Quarry " + document), Role.CLIENT);
        Caller other = exchange.person(Optional.of("Harbour " + document), Role.CLIENT);
        exchange.setActive(disabled.personId(), false);
        exchange.grant(
                administrator,
                document,
                order(PrincipalKind.ORGANISATION, member.organisationId().orElseThrow(), Right.DOWNLOAD));
        assertThat(exchange.refusalOfContent(member, document)).isEmpty();
        assertThat(exchange.refusalOfContent(disabled, document)).contains(Problem.NOT_FOUND);
        assertThat(exchange.refusalOfContent(other, document)).contains(Problem.NOT_FOUND);
    }

    @Test
    void keepsTeamsToEmployees() {
        UUID team = exchange.team(administrator, "Staff " + document);
        assertThat(Exchange.refusal(() -> exchange.join(administrator, team, sender.personId())))
                .contains(Problem.INVALID_MEMBER);
        assertThat(Exchange.refusal(() -> exchange.join(sender, team, reader.personId())))
                .contains(Problem.ROLE_MISSING);
        assertThat(Exchange.refusal(() -> exchange.team(administrator, "Staff " + document)))
                .contains(Problem.NAME_TAKEN);
        exchange.join(administrator, team, reader.personId());
        exchange.grant(administrator, document, order(PrincipalKind.TEAM, team, Right.VIEW));
        exchange.portal.as(
                SystemCaller.REGISTRAR,
                () -> exchange.portal.change(
                        "update person set employee = false where id = cast(?1 as uuid)", reader.personId()));
        assertThat(exchange.refusalOfReading(reader, document)).contains(Problem.NOT_FOUND);
        assertThat(Exchange.refusal(() -> exchange.leave(administrator, team, reader.personId())))
                .contains(Problem.NOT_FOUND);
    }

    @Test
    void refusesGrantsToNobodyOfTheWrongKindOrAlreadyOver() {
        UUID organisation = sender.organisationId().orElseThrow();
        for (GrantOrder wrong : List.of(
                order(PrincipalKind.PERSON, UUID.randomUUID(), Right.VIEW),
                order(PrincipalKind.PERSON, organisation, Right.VIEW),
                order(PrincipalKind.TEAM, organisation, Right.VIEW),
                order(PrincipalKind.ORGANISATION, reader.personId(), Right.VIEW))) {
            assertThat(Exchange.refusal(() -> exchange.grant(administrator, document, wrong)))
                    .contains(Problem.INVALID_MEMBER);
        }
        Instant now = Instant.now();
        assertThat(Exchange.refusal(() -> new GrantOrder(
                        reader.personId(),
                        Right.VIEW,
                        Optional.of(now.minus(Duration.ofHours(2))),
                        Optional.of(now.minus(Duration.ofHours(1))),
                        "inspection")))
                .contains(Problem.INVALID_MEMBER);
        assertThat(holders(document)).containsExactly(sender.personId());
    }

    @Test
    void refusesGrantsByAnybodyButAdministrators() {
        for (Caller caller : List.of(sender, reader, exchange.person(Optional.empty(), Role.DPO))) {
            assertThat(Exchange.refusal(() -> exchange.grant(caller, document, caller.personId(), Right.REVISE)))
                    .contains(Problem.ROLE_MISSING);
        }
        assertThat(holders(document)).containsExactly(sender.personId());
    }

    @Test
    void grantsABatchWhollyOrNotAtAll() {
        UUID second = exchange.released(sender, "second");
        List<GrantOrder> orders = List.of(
                order(PrincipalKind.PERSON, reader.personId(), Right.VIEW),
                order(PrincipalKind.ORGANISATION, sender.organisationId().orElseThrow(), Right.VIEW));
        assertThat(batch(List.of(document, UUID.randomUUID()), orders)).contains(Problem.NOT_FOUND);
        assertThat(batch(
                        List.of(document, second),
                        List.of(orders.get(0), order(PrincipalKind.PERSON, UUID.randomUUID(), Right.VIEW))))
                .contains(Problem.INVALID_MEMBER);
        assertThat(batch(List.of(), orders)).contains(Problem.INVALID_MEMBER);
        assertThat(batch(List.of(document), List.of())).contains(Problem.INVALID_MEMBER);
        assertThat(batch(List.of(document, document), orders)).contains(Problem.INVALID_MEMBER);
        assertThat(holders(document)).containsExactly(sender.personId());
        assertThat(holders(second)).containsExactly(sender.personId());

        assertThat(batch(List.of(document, second), orders)).isEmpty();
        assertThat(holders(document)).hasSize(3);
        assertThat(holders(second)).hasSize(3);
    }

    @Test
    void tellsWhenAnAdministratorGrantsToThemselvesAlsoThroughATeam() {
        UUID own = exchange.grant(administrator, document, administrator.personId(), Right.DOWNLOAD);
        UUID team = exchange.team(administrator, "Admins " + document);
        exchange.join(administrator, team, administrator.personId());
        UUID through = exchange.grant(administrator, document, order(PrincipalKind.TEAM, team, Right.VIEW));
        exchange.grant(administrator, document, reader.personId(), Right.VIEW);
        assertThat(exchange.portal.events())
                .filteredOn(event ->
                        event instanceof SelfGrant grant && grant.documentId().equals(document))
                .containsExactly(
                        new SelfGrant(
                                administrator.personId(),
                                document,
                                sender.personId(),
                                own,
                                Right.DOWNLOAD,
                                "inspection"),
                        new SelfGrant(
                                administrator.personId(),
                                document,
                                sender.personId(),
                                through,
                                Right.VIEW,
                                "inspection"));
        assertThat(exchange.portal.asNobody(() -> exchange.portal.rows(
                        "select facts from audit_entry where act = 'grant-given-to-oneself' and resource_id = cast(?1 as uuid)",
                        document)))
                .hasSize(2);
    }

    @Test
    void movesWhatIsOverToTheHistoryAndLeavesTheRest() throws SQLException {
        UUID over = exchange.grant(administrator, document, reader.personId(), Right.DOWNLOAD);
        exchange.expire(database, over);
        ExpiredGrants expired = exchange.portal.get(ExpiredGrants.class);
        while (exchange.portal.as(SystemCaller.SWEEPER, () -> expired.move(1)) > 0) {
            assertThat(exchange.refusalOfReading(reader, document)).contains(Problem.NOT_FOUND);
        }
        assertThat(holders(document)).containsExactly(sender.personId());
        assertThat(exchange.portal.as(
                        administrator,
                        () -> exchange.portal.rows(
                                "select ended_how from document_grant_history where id = cast(?1 as uuid)", over)))
                .isEqualTo(List.of("EXPIRED"));
    }

    @Test
    void answersAPageInOneStatementHoweverLong() {
        for (int i = 0; i < 7; i++) {
            exchange.grant(administrator, exchange.released(sender, "report " + i), reader.personId(), Right.VIEW);
        }
        Documents documents = exchange.portal.get(Documents.class);
        long one = statementsOf(() -> documents.list(reader, Criteria.NONE, PageRequest.of(1, null)));
        long seven = statementsOf(() -> documents.list(reader, Criteria.NONE, PageRequest.of(7, null)));
        assertThat(seven).isEqualTo(one);
        assertThat(statementsOf(() -> exchange.portal.get(Access.class).standing(reader, document)))
                .isEqualTo(1);
    }

    @Test
    void purposeIsKeptLetterByLetter() {
        String purpose = "the \"second\" look, {7} \\ NULL";
        UUID grant = exchange.grant(
                administrator,
                document,
                new GrantOrder(reader.personId(), Right.VIEW, Optional.empty(), Optional.empty(), purpose));
        List<?> kept = exchange.portal.as(
                administrator,
                () -> exchange.portal.rows("select purpose from document_grant where id = '%s'".formatted(grant)));
        assertThat(kept.get(0)).isEqualTo(purpose);
        List<?> entry = exchange.portal.as(
                administrator,
                () -> exchange.portal.rows(
                        "select facts from audit_entry where act = 'grant-given' and facts like '%%grant=%s%%'"
                                .formatted(grant)));
        assertThat(entry.get(0).toString()).contains("purpose=" + purpose.replace("\\", "\\\\"));
    }

    private long statementsOf(Runnable work) {
        return exchange.portal.as(reader, () -> {
            long before = exchange.portal.statements();
            work.run();
            return exchange.portal.statements() - before;
        });
    }

    private Optional<Problem> batch(List<UUID> documents, List<GrantOrder> orders) {
        Grants grants = exchange.portal.get(Grants.class);
        return Exchange.refusal(() -> exchange.portal.as(
                administrator, () -> grants.grantAll(administrator, new BatchOrder(documents, orders))));
    }

    private List<FilteredView> listed(Caller caller) {
        Documents documents = exchange.portal.get(Documents.class);
        return exchange.portal.as(
                caller,
                () -> documents
                        .list(caller, Criteria.NONE, PageRequest.of(200, null))
                        .items());
    }

    private List<UUID> holders(UUID id) {
        return exchange.portal.as(
                administrator,
                () -> exchange
                        .portal
                        .rows("select principal_id from document_grant where document_id = cast(?1 as uuid)", id)
                        .stream()
                        .map(holder -> UUID.fromString(holder.toString()))
                        .toList());
    }

    @Test
    void fullBatchTakesAsManyStatementsAsASingleGrant() {
        long one = statementsOf(1, 1);
        assertThat(statementsOf(4, 5)).isEqualTo(one);
    }

    private long statementsOf(int documents, int readers) {
        List<UUID> ids = IntStream.range(0, documents)
                .mapToObj(number -> exchange.released(sender, "Batch " + number))
                .toList();
        List<GrantOrder> orders = IntStream.range(0, readers)
                .mapToObj(number -> exchange.person(Optional.empty(), Role.CLIENT))
                .map(reader -> order(PrincipalKind.PERSON, reader.personId(), Right.VIEW))
                .toList();
        long before = exchange.portal.statements();
        List<UUID> given = exchange.portal.as(
                administrator,
                () -> exchange.portal.get(Grants.class).grantAll(administrator, new BatchOrder(ids, orders)));
        assertThat(given).hasSize(documents * readers).doesNotHaveDuplicates();
        return exchange.portal.statements() - before;
    }

    private static GrantOrder order(PrincipalKind kind, UUID principal, Right right) {
        return new GrantOrder(kind, principal, right, Optional.empty(), Optional.empty(), "inspection");
    }
}

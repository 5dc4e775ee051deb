package org.sluis.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.sluis.documents.Reception.Pending;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.Role;
import org.sluis.people.PrincipalKind;
import org.sluis.platform.rest.PageRequest;
import org.sluis.stack.BareDatabase;

/** Who could see a document at an instant, and why one person can or cannot. */
@TestInstance(Lifecycle.PER_CLASS)
class AccessHistoryIT {

    private static final PageRequest WHOLE = PageRequest.of(200, null);

    private final Exchange exchange = new Exchange(BareDatabase.get());
    private final AccessHistory history = exchange.portal.get(AccessHistory.class);
    private final Caller administrator = exchange.person(Optional.empty(), Role.ADMIN);
    private final Caller dpo = exchange.person(Optional.empty(), Role.DPO);
    private Caller sender = administrator;
    private Caller reader = administrator;

    @BeforeEach
    void people() {
        sender = exchange.person(Optional.of("Plant"), Role.CLIENT);
        reader = exchange.person(Optional.empty(), Role.INSPECTOR);
    }

    @AfterAll
    void close() {
        exchange.close();
    }

    @Test
    void tellsWhoCouldReadAtEachInstant() {
        Instant before = now();
        Pending pending = exchange.sent(sender, "report");
        UUID document = pending.documentId();
        UUID first = exchange.grant(administrator, document, reader.personId(), Right.VIEW);
        Instant waiting = now();
        exchange.release(pending);
        Instant released = now();
        UUID second = exchange.grant(administrator, document, reader.personId(), Right.DOWNLOAD);
        Instant replaced = now();
        exchange.revoke(administrator, document, second);
        Instant revoked = now();

        assertThat(machineAt(document, before).state()).isEmpty();
        assertThat(machineAt(document, before).readers()).isEmpty();
        assertThat(persons(document, waiting)).containsExactly(sender.personId());
        assertThat(machineAt(document, waiting).state()).contains("CHECKING");
        assertThat(persons(document, released)).containsExactlyInAnyOrder(sender.personId(), reader.personId());
        assertThat(grants(document, released)).contains(first);
        assertThat(grants(document, replaced)).contains(second).doesNotContain(first);
        assertThat(persons(document, revoked)).containsExactly(sender.personId());

        ReaderView then = machineAt(document, replaced).readers().stream()
                .filter(found -> found.grantId().equals(second))
                .findFirst()
                .orElseThrow();
        assertThat(then.right()).isEqualTo(Right.DOWNLOAD);
        assertThat(then.grantedBy()).isEqualTo(administrator.name());
        assertThat(then.purpose()).isEqualTo("inspection");
    }

    @Test
    void namesReadersPageByPageAndEachOnce() {
        UUID document = exchange.released(sender, "report");
        List<Caller> colleagues = Stream.generate(() -> exchange.person(Optional.of("Quarry " + document), Role.CLIENT))
                .limit(5)
                .toList();
        UUID quarry = colleagues.get(0).organisationId().orElseThrow();
        exchange.grant(administrator, document, order(PrincipalKind.ORGANISATION, quarry));
        exchange.grant(administrator, document, colleagues.get(2).personId(), Right.REVISE);
        Instant instant = now();
        List<ReaderView> whole = machineAt(document, instant).readers();
        assertThat(whole).hasSize(7);

        List<ReaderView> paged = new ArrayList<>();
        Optional<String> cursor = Optional.empty();
        int pages = 0;
        do {
            PageRequest page = PageRequest.of(2, cursor.orElse(null));
            AccessView view = exchange.portal.as(dpo, () -> history.readers(dpo, document, Optional.of(instant), page));
            paged.addAll(view.readers());
            cursor = view.nextCursor();
            pages++;
        } while (cursor.isPresent());
        assertThat(pages).isEqualTo(3);
        assertThat(paged).isEqualTo(whole);
        assertThat(exchange.portal.as(dpo, () -> history.everyReader(dpo, document, Optional.of(instant))))
                .isEqualTo(whole);
    }

    @Test
    void remembersWhoWasInWhichGroupAndWhoseAccountWasActive() {
        UUID document = exchange.released(sender, "report");
        Caller client = exchange.person(Optional.of("Quarry " + document), Role.CLIENT);
        UUID team = exchange.team(administrator, "Team " + document);
        exchange.grant(
                administrator,
                document,
                order(PrincipalKind.ORGANISATION, client.organisationId().orElseThrow()));
        exchange.grant(administrator, document, order(PrincipalKind.TEAM, team));
        exchange.join(administrator, team, reader.personId());
        Instant both = now();
        exchange.leave(administrator, team, reader.personId());
        Instant left = now();
        exchange.setActive(client.personId(), false);
        Instant disabled = now();
        exchange.setActive(client.personId(), true);
        Instant enabled = now();

        assertThat(persons(document, both)).contains(client.personId(), reader.personId());
        assertThat(persons(document, left)).contains(client.personId()).doesNotContain(reader.personId());
        assertThat(persons(document, disabled)).doesNotContain(client.personId());
        assertThat(persons(document, enabled)).contains(client.personId());
        assertThat(machineAt(document, both).readers())
                .filteredOn(found -> found.person().id().equals(client.personId()))
                .extracting(found -> found.through().type())
                .containsExactly(PrincipalKind.ORGANISATION);
    }

    @Test
    void explainsEachPartOfTheAnswer() {
        Pending pending = exchange.sent(sender, "report");
        UUID document = pending.documentId();
        UUID team = exchange.team(administrator, "Team " + document);
        exchange.join(administrator, team, reader.personId());
        exchange.leave(administrator, team, reader.personId());
        exchange.grant(administrator, document, order(PrincipalKind.TEAM, team));
        exchange.grant(
                administrator,
                document,
                new GrantOrder(
                        reader.personId(),
                        Right.VIEW,
                        Optional.of(now().plus(Duration.ofDays(1))),
                        Optional.empty(),
                        "next week"));
        Explanation no = explain(dpo, document, reader);
        assertThat(no.visible()).isFalse();
        assertThat(no.active()).isTrue();
        assertThat(no.stateShows()).isFalse();
        assertThat(no.grants())
                .extracting(GrantTrace::outcome)
                .containsExactly(GrantTrace.Outcome.NOT_YET, GrantTrace.Outcome.NOT_A_MEMBER);

        exchange.release(pending);
        exchange.grant(administrator, document, reader.personId(), Right.DOWNLOAD);
        Explanation yes = explain(administrator, document, reader);
        assertThat(yes.visible()).isTrue();
        assertThat(yes.right()).contains(Right.DOWNLOAD);
        assertThat(yes.grants())
                .extracting(GrantTrace::outcome)
                .containsExactly(GrantTrace.Outcome.LIVE, GrantTrace.Outcome.REPLACED, GrantTrace.Outcome.NOT_A_MEMBER);

        exchange.setActive(reader.personId(), false);
        Explanation disabled = explain(administrator, document, reader);
        assertThat(disabled.visible()).isFalse();
        assertThat(disabled.active()).isFalse();
        assertThat(disabled.right()).isEmpty();
    }

    @Test
    void explainsAnInstantThatIsPast() {
        Instant before = now();
        UUID document = exchange.released(sender, "report");
        UUID grant = exchange.grant(administrator, document, reader.personId(), Right.VIEW);
        Instant granted = now();
        exchange.revoke(administrator, document, grant);

        assertThat(explain(dpo, document, reader).visible()).isFalse();
        assertThat(explainAt(granted, document).visible()).isTrue();
        Explanation early = explainAt(before, document);
        assertThat(early.visible()).isFalse();
        assertThat(early.state()).isEmpty();
        assertThat(Exchange.refusal(() -> explainAt(now().plusSeconds(60), document)))
                .contains(Problem.INVALID_MEMBER);
    }

    @Test
    void answersOnlyAdministratorsAndTheDpoAndOnlyOnWhatWas() {
        UUID document = exchange.released(sender, "report");
        for (Caller caller : List.of(sender, reader)) {
            assertThat(Exchange.refusal(() -> explain(caller, document, reader)))
                    .contains(Problem.ROLE_MISSING);
        }
        assertThat(Exchange.refusal(() -> explain(dpo, UUID.randomUUID(), reader)))
                .contains(Problem.NOT_FOUND);
        assertThat(Exchange.refusal(() -> machineAt(document, now().plusSeconds(60))))
                .contains(Problem.INVALID_MEMBER);
        assertThat(exchange.refusalOfReading(dpo, document)).contains(Problem.NOT_FOUND);
    }

    private AccessView machineAt(UUID document, Instant instant) {
        return exchange.portal.as(dpo, () -> history.readers(dpo, document, Optional.of(instant), WHOLE));
    }

    private List<UUID> persons(UUID document, Instant instant) {
        return machineAt(document, instant).readers().stream()
                .map(found -> found.person().id())
                .distinct()
                .toList();
    }

    private List<UUID> grants(UUID document, Instant instant) {
        return machineAt(document, instant).readers().stream()
                .map(ReaderView::grantId)
                .toList();
    }

    private Explanation explain(Caller caller, UUID document, Caller person) {
        return exchange.portal.as(caller, () -> history.explain(caller, document, person.personId(), Optional.empty()));
    }

    private Explanation explainAt(Instant instant, UUID document) {
        return exchange.portal.as(dpo, () -> history.explain(dpo, document, reader.personId(), Optional.of(instant)));
    }

    /** The database's own clock, which everything that is remembered goes by. */
    private Instant now() {
        return exchange.portal.asNobody(
                () -> exchange.portal.get(GrantStore.class).now());
    }

    private static GrantOrder order(PrincipalKind kind, UUID principal) {
        return new GrantOrder(kind, principal, Right.VIEW, Optional.empty(), Optional.empty(), "inspection");
    }
}

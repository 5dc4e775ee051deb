package org.sluis.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.sluis.documents.ChosenDocument;
import org.sluis.documents.ChosenDocuments;
import org.sluis.documents.FittingReaders;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Role;
import org.sluis.people.PrincipalView;
import org.sluis.people.Principals;
import org.sluis.stack.BareDatabase;

/** Whom access can be given to, as an administrator chooses them. */
@TestInstance(Lifecycle.PER_CLASS)
class PrincipalsIT {

    private final Exchange exchange = new Exchange(BareDatabase.get());
    private final Caller administrator = exchange.person(Optional.empty(), Role.ADMIN);
    private final Caller member = exchange.person(Optional.of("Works " + Ids.next()), Role.CLIENT);
    private final UUID works = member.organisationId().orElseThrow();
    private final Caller inspector = exchange.person(Optional.empty(), Role.INSPECTOR);

    @AfterAll
    void close() {
        exchange.close();
    }

    @Test
    void namesThemInTheOrderAskedForWithHowManyActInTheName() {
        assertThat(chosen(works, inspector.personId(), member.personId(), Ids.next()))
                .extracting(PrincipalView::id)
                .containsExactly(works, inspector.personId(), member.personId());
        assertThat(chosen(works, member.personId()))
                .extracting(PrincipalView::members)
                .containsExactly(1, 1);
        assertThat(chosen(works, member.personId()))
                .extracting(PrincipalView::organisationId)
                .containsOnly(Optional.of(works));
    }

    @Test
    void countsPeopleOnceHoweverTheyAreReached() {
        assertThat(reached(works, member.personId())).isEqualTo(1);
        assertThat(reached(works, inspector.personId())).isEqualTo(2);
        exchange.setActive(inspector.personId(), false);
        assertThat(reached(works, inspector.personId())).isEqualTo(1);
        assertThat(chosen(inspector.personId())).isEmpty();
        exchange.setActive(inspector.personId(), true);
    }

    @Test
    void offersTheOnesAnAdministratorGaveAccessToLast() {
        Caller giver = exchange.person(Optional.empty(), Role.ADMIN);
        UUID document = exchange.released(member, "Recent");
        List<UUID> readers = Stream.generate(() -> exchange.person(Optional.empty(), Role.INSPECTOR))
                .limit(6)
                .map(Caller::personId)
                .toList();
        readers.forEach(reader -> exchange.grant(giver, document, reader, Right.VIEW));
        exchange.grant(giver, exchange.released(member, "Again"), readers.get(3), Right.VIEW);
        assertThat(recent(giver))
                .containsExactly(readers.get(3), readers.get(5), readers.get(4), readers.get(2), readers.get(1));
        assertThat(recent(exchange.person(Optional.empty(), Role.ADMIN))).isEmpty();
        assertThat(recent(member)).isEmpty();
    }

    /** Whoever reads what the same organisation sent fits; who has this document only, or sent it, does not. */
    @Test
    void findsThoseWhoReadOtherDocumentsOfTheSameOrganisation() {
        Caller reader = exchange.person(Optional.empty(), Role.INSPECTOR);
        Caller left = exchange.person(Optional.empty(), Role.INSPECTOR);
        UUID chosen = exchange.released(member, "Chosen");
        exchange.grant(administrator, chosen, left.personId(), Right.VIEW);
        for (String other : List.of("One", "Two", "Three")) {
            exchange.grant(administrator, exchange.released(member, other), reader.personId(), Right.VIEW);
        }
        assertThat(fitting(administrator, chosen))
                .contains(reader.personId())
                .doesNotContain(left.personId(), member.personId());
        assertThat(fitting(member, chosen)).isEmpty();
    }

    private List<UUID> recent(Caller giver) {
        return exchange.portal.as(
                giver, () -> exchange.portal.get(GrantHints.class).recentPrincipals(giver));
    }

    private List<UUID> fitting(Caller caller, UUID document) {
        List<ChosenDocument> chosen = exchange.portal.as(
                administrator, () -> exchange.portal.get(ChosenDocuments.class).of(administrator, List.of(document)));
        return exchange.portal.as(
                caller, () -> exchange.portal.get(FittingReaders.class).of(caller, chosen));
    }

    private List<PrincipalView> chosen(UUID... ids) {
        return exchange.portal.as(
                administrator, () -> exchange.portal.get(Principals.class).chosen(administrator, List.of(ids)));
    }

    private int reached(UUID... ids) {
        return exchange.portal.as(
                administrator, () -> exchange.portal.get(Principals.class).reached(administrator, List.of(ids)));
    }
}

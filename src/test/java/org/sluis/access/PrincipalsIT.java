package org.sluis.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
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

    private List<PrincipalView> chosen(UUID... ids) {
        return exchange.portal.as(
                administrator, () -> exchange.portal.get(Principals.class).chosen(administrator, List.of(ids)));
    }

    private int reached(UUID... ids) {
        return exchange.portal.as(
                administrator, () -> exchange.portal.get(Principals.class).reached(administrator, List.of(ids)));
    }
}

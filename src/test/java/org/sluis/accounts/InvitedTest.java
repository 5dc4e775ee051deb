package org.sluis.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An invitation that comes again is answered as it was the first time: with the person, or with the proposal that waits. */
class InvitedTest {

    private final UUID person = UUID.randomUUID();

    @Test
    void proposalIsKeptBesideThePerson() {
        Invited proposed = new Invited(person, Optional.of(UUID.randomUUID()));
        assertThat(Invited.of(proposed.ids())).isEqualTo(proposed);
    }

    @Test
    void personAloneIsNoProposal() {
        Invited invited = new Invited(person, Optional.empty());
        assertThat(Invited.of(invited.ids())).isEqualTo(invited);
    }
}

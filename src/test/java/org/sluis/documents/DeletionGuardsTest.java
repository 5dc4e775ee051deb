package org.sluis.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeletionGuardsTest {

    private static final UUID HELD = new UUID(0, 1);
    private static final UUID FREE = new UUID(0, 2);

    @Test
    void oneGuardThatHoldsIsEnough() {
        DeletionGuards guards = new DeletionGuards(List.of(id -> false, HELD::equals, id -> false));
        assertThat(guards.hold(HELD)).isTrue();
        assertThat(guards.hold(FREE)).isFalse();
    }

    @Test
    void withoutGuardsNothingIsHeld() {
        assertThat(new DeletionGuards(List.of()).hold(HELD)).isFalse();
    }
}

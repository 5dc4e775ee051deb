package org.sluis.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sluis.inspection.parsing.Glance;

/** Nobody makes the portal try again and again what cannot be shown. */
class UnshowableTest {

    private static final Duration QUICK = Duration.ofMillis(50);
    private static final Duration SLOW = Duration.ofSeconds(6);

    private final Unshowable known = new Unshowable();
    private final UUID version = UUID.randomUUID();

    @Test
    void pageThatCannotBeShownIsNotTriedAtAnotherWidthEither() {
        known.remember(version, Glance.picture(7, 800, ""), QUICK);
        assertThat(known.isKnown(version, Glance.picture(7, 801, "another mark")))
                .isTrue();
        assertThat(known.isKnown(version, Glance.picture(8, 800, ""))).isFalse();
        assertThat(known.isKnown(version, Glance.outline(7, 800))).isFalse();
        assertThat(known.isKnown(UUID.randomUUID(), Glance.picture(7, 800, ""))).isFalse();
    }

    @Test
    void versionWhosePagesTakeLongIsGivenUp() {
        for (int page = 1; page <= 3; page++) {
            assertThat(known.isKnown(version, Glance.picture(9, 800, ""))).isFalse();
            known.remember(version, Glance.picture(page, 800, ""), SLOW);
        }
        assertThat(known.isKnown(version, Glance.picture(9, 800, ""))).isTrue();
    }

    @Test
    void onlyTheLatestAreKept() {
        known.remember(version, Glance.text(), QUICK);
        for (int other = 0; other < 2_000; other++) {
            known.remember(UUID.randomUUID(), Glance.text(), SLOW);
        }
        assertThat(known.isKnown(version, Glance.text())).isFalse();
    }
}

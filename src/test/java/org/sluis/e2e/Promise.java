package org.sluis.e2e;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * What the portal promises to do within a time, held on a machine of any speed: a question may be answered as late as the
 * machine likes, but one that is put after that time must be answered as promised.
 */
final class Promise {

    private Promise() {}

    /** @param kept asks; may be asked more than once */
    static void within(Duration time, BooleanSupplier kept) {
        Instant due = Instant.now().plus(time);
        await().until(() -> {
            boolean late = Instant.now().isAfter(due);
            boolean is = kept.getAsBoolean();
            if (late && !is) {
                throw new AssertionError("not so after " + time);
            }
            return is;
        });
    }
}

package org.sluis.platform.bodies;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.config.Settings;

/**
 * How many bodies that are no uploads are received at once, from everybody together: each holds a thread of the server for
 * as long as its sender likes. There are half as many turns as for uploads, so that threads are left for those who read.
 */
@ApplicationScoped
public class BodyTurns {

    private static final int SOON_SECONDS = 5;

    @Inject
    Settings settings;

    @SuppressWarnings("NullAway.Init")
    private Semaphore turns;

    @PostConstruct
    void open() {
        turns = new Semaphore(Math.max(1, settings.uploads().receiving() / 2));
    }

    /** @throws ProblemException {@code unavailable} where too many are received already */
    public void take() {
        if (!turns.tryAcquire()) {
            throw new ProblemException(Problem.UNAVAILABLE, Map.of("retryAfter", SOON_SECONDS));
        }
    }

    public void giveBack() {
        turns.release();
    }
}

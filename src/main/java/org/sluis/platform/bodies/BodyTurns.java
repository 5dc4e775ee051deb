package org.sluis.platform.bodies;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.bodies.Turns.Turn;
import org.sluis.platform.config.Settings;

/**
 * How many bodies that are no uploads are received at once, from everybody together. There are half as many turns as for
 * uploads, so that threads are left for those who read.
 */
@ApplicationScoped
public class BodyTurns {

    private static final int SOON_SECONDS = 5;

    @Inject
    Settings settings;

    @SuppressWarnings("NullAway.Init")
    private Turns turns;

    @PostConstruct
    void open() {
        turns = Turns.ofAll(Math.max(1, settings.uploads().receiving() / 2), SOON_SECONDS);
    }

    /** @throws ProblemException {@code unavailable} where too many are received already */
    public Turn take() {
        return turns.take();
    }
}

package org.sluis.platform.bodies;

import java.util.Map;
import org.sluis.platform.config.SampleSettings;

/** Turns for bodies without a container. */
public final class SampleTurns {

    private SampleTurns() {}

    @SuppressWarnings("UnnecessaryAssignment") // no container injects here
    public static BodyTurns one() {
        BodyTurns turns = new BodyTurns();
        turns.settings = SampleSettings.with(Map.of("sluis.uploads.receiving", "2"));
        turns.open();
        return turns;
    }
}

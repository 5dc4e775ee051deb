package org.sluis.stack;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * How long tests wait for a condition unless they say otherwise. It is no promise of anything: the machine may be busy with
 * something else, and a condition that never holds is reported all the same.
 */
public final class PatientWaiting implements LauncherSessionListener {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Awaitility.setDefaultTimeout(PATIENCE);
    }
}

package org.sluis.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import org.sluis.platform.jobs.ClusterWork;

/** Once a day, on one node: tells whose access ends soon, and forgets what is old. */
@ApplicationScoped
public class NewsRound {

    private static final Duration PAUSE = Duration.ofDays(1);
    private static final int AT_ONCE = 500;

    @Inject
    ClusterWork work;

    @Inject
    NewsDesk desk;

    void start(@Observes Startup event) {
        work.every("news", PAUSE, this::go);
    }

    void go() {
        int told = AT_ONCE;
        while (told == AT_ONCE) {
            told = desk.tellEnds(AT_ONCE);
        }
        desk.forget();
    }
}

package org.sluis.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.IntUnaryOperator;
import org.sluis.platform.jobs.ClusterWork;

/** Once an hour, on one node: tells whose access has begun or ends soon, and forgets what is old. */
@ApplicationScoped
public class NewsRound {

    private static final Duration PAUSE = Duration.ofHours(1);
    private static final int AT_ONCE = 500;

    @Inject
    ClusterWork work;

    @Inject
    NewsDesk desk;

    void start(@Observes Startup event) {
        work.every("news", PAUSE, this::go);
    }

    void go() {
        whole(desk::tellStarts);
        whole(desk::tellEnds);
        desk.forget();
    }

    private static void whole(IntUnaryOperator telling) {
        int told = AT_ONCE;
        while (told == AT_ONCE) {
            told = telling.applyAsInt(AT_ONCE);
        }
    }
}

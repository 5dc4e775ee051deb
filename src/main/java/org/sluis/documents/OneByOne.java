package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.bodies.Turns.Turn;

/** Lets each person have one preview made at a time, so that who asks for many stands in the way of nobody but themselves. */
@ApplicationScoped
class OneByOne {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int RETRY_SECONDS = 2;

    private final Map<UUID, Line> lines = new HashMap<>();

    /** Those of one person. */
    private static final class Line {
        private final Semaphore place = new Semaphore(1, true);
        private int length;
    }

    /** @throws ProblemException {@code too-many-requests} where the person's earlier ones take too long */
    Turn enter(UUID person) {
        Line line = join(person);
        if (!comesFirst(line)) {
            leave(person, line);
            throw ProblemException.retryAfter(Problem.TOO_MANY_REQUESTS, RETRY_SECONDS);
        }
        return Turn.endingWith(() -> {
            line.place.release();
            leave(person, line);
        });
    }

    private static boolean comesFirst(Line line) {
        try {
            return line.place.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized Line join(UUID person) {
        Line line = lines.computeIfAbsent(person, id -> new Line());
        line.length++;
        return line;
    }

    private synchronized void leave(UUID person, Line line) {
        line.length--;
        if (line.length == 0) {
            lines.remove(person);
        }
    }
}

package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.config.Settings;

/** How many archives each person fetches from this node at this moment. Safe for many threads. */
@ApplicationScoped
public class ArchiveTurns {

    private static final int RETRY_SECONDS = 30;

    @Inject
    Settings settings;

    private final Map<UUID, Integer> underWay = new HashMap<>();

    /** @throws ProblemException {@code too-many-requests} */
    synchronized void begin(UUID person) {
        int now = underWay.getOrDefault(person, 0);
        if (now >= settings.archives().atOnce()) {
            throw new ProblemException(Problem.TOO_MANY_REQUESTS, Map.of("retryAfter", RETRY_SECONDS));
        }
        underWay.put(person, now + 1);
    }

    synchronized void end(UUID person) {
        underWay.computeIfPresent(person, (id, now) -> now == 1 ? null : now - 1);
    }
}

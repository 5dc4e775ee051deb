package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Which previews this node has entered into the trail within the hour, so that turning pages makes one entry and not one for
 * each. What it has forgotten, or another node entered, is entered again: never too few. Safe for many threads.
 */
@ApplicationScoped
public class PreviewOpenings {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST = 10_000;

    private final Map<Opening, Instant> entered = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Opening, Instant> eldest) {
            return size() > MOST;
        }
    };

    private record Opening(UUID person, UUID version) {}

    synchronized boolean isEntered(UUID person, UUID version, Instant now) {
        Instant before = entered.get(new Opening(person, version));
        return before != null && now.isBefore(before.plus(HOUR));
    }

    /** Once the entry is committed. */
    synchronized void entered(UUID person, UUID version, Instant at) {
        Opening opening = new Opening(person, version);
        entered.remove(opening);
        entered.put(opening, at);
    }
}

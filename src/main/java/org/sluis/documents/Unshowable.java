package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.sluis.inspection.parsing.Glance;

/**
 * What cannot be shown, so that nobody makes the portal try it again and again: the same page at whatever width, and after a few
 * that took long the whole version. Only the latest are kept, and only by this node until it ends.
 */
@ApplicationScoped
class Unshowable {

    private static final int KEPT = 2_000;
    private static final int MOST_THAT_TAKE_LONG = 3;
    private static final Duration LONG = Duration.ofSeconds(2);

    private final Map<Part, Boolean> parts = new Latest<>();
    private final Map<UUID, Integer> versions = new Latest<>();

    private record Part(UUID version, Glance.Part part, int page) {

        static Part of(UUID version, Glance glance) {
            return new Part(version, glance.part(), glance.page());
        }
    }

    synchronized boolean isKnown(UUID version, Glance glance) {
        return parts.containsKey(Part.of(version, glance)) || versions.getOrDefault(version, 0) >= MOST_THAT_TAKE_LONG;
    }

    /** @param time that it took to find out */
    synchronized void remember(UUID version, Glance glance, Duration time) {
        parts.put(Part.of(version, glance), true);
        if (time.compareTo(LONG) > 0) {
            versions.merge(version, 1, Integer::sum);
        }
    }

    /** What was put last. */
    private static final class Latest<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > KEPT;
        }
    }
}

package org.sluis.intake.checks;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.sluis.documents.Reception.Pending;

/**
 * Checks that wait on this node for a place, first come first served, so that none costs the database a word while it
 * waits. It is short, and nobody stands in it for long: each check is still this node's by its lease.
 */
final class CheckQueue {

    private final int most;
    private final Deque<Place> places = new ArrayDeque<>();

    /** @param most checks that stand in it at once */
    CheckQueue(int most) {
        this.most = most;
    }

    /**
     * A check that waits.
     *
     * @param done what its sender waits for
     * @param until when it has waited as long as it may
     */
    record Place(Pending pending, CompletableFuture<Void> done, Instant until) {}

    /** @return whether there was room */
    synchronized boolean join(Place place) {
        return places.size() < most && places.add(place);
    }

    /** Whoever stands first steps out. */
    synchronized Optional<Place> next() {
        return Optional.ofNullable(places.poll());
    }

    /** Those that have waited as long as they may step out. */
    synchronized List<Place> late(Instant now) {
        List<Place> late = new ArrayList<>();
        while (!places.isEmpty() && !places.getFirst().until().isAfter(now)) {
            late.add(places.removeFirst());
        }
        return late;
    }
}

package org.sluis.inspection;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.sluis.inspection.PreviewTurns.Work;

/**
 * Lets work for which nobody waits use a child process that has nothing to do, one at a time, and takes it back where somebody
 * waits for one. Safe for many threads.
 */
final class SpareTurn {

    /** Most of such work is done by then, and a new child takes as long to start. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final Semaphore one = new Semaphore(1);
    private final Semaphore places;
    private Optional<Held> held = Optional.empty();
    private boolean takenBack;

    private record Held(ParserProcess child, long since) {}

    /** @param places one for each child process */
    SpareTurn(Semaphore places) {
        this.places = places;
    }

    /** @throws ParsersBusy where no child is to spare, or is no longer */
    <T> T within(Work<T> work) throws IOException {
        if (!one.tryAcquire()) {
            throw busy();
        }
        try {
            if (places.hasQueuedThreads() || !places.tryAcquire()) {
                throw busy();
            }
            try {
                return work.run();
            } finally {
                places.release();
            }
        } finally {
            one.release();
        }
    }

    /** Work with that child. */
    <T> T holding(ParserProcess child, Work<T> work) throws IOException {
        hold(Optional.of(new Held(child, System.nanoTime())));
        try {
            return work.run();
        } catch (ParserLost lost) {
            throw wasTakenBack() ? busy() : lost;
        } finally {
            hold(Optional.empty());
        }
    }

    private synchronized void hold(Optional<Held> now) {
        held = now;
        takenBack = false;
    }

    private synchronized boolean wasTakenBack() {
        return takenBack;
    }

    /** To be asked again and again: ends what holds a child that somebody waits for. */
    synchronized void giveWay() {
        if (!takenBack
                && held.isPresent()
                && places.hasQueuedThreads()
                && System.nanoTime() - held.get().since() > GRACE.toNanos()) {
            takenBack = true;
            held.get().child().kill();
        }
    }

    private static ParsersBusy busy() {
        return new ParsersBusy("the parsers have other work");
    }
}

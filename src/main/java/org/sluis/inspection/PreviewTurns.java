package org.sluis.inspection;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets previews use a part of the child processes, and none for long: what waits to be checked must not wait for those who
 * look. Safe for many threads.
 */
final class PreviewTurns {

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int PART = 2;

    private final Semaphore turns;
    private final Semaphore places;

    /**
     * @param children how many child processes there are
     * @param places one for each of them
     */
    PreviewTurns(int children, Semaphore places) {
        this.turns = new Semaphore(of(children), true);
        this.places = places;
    }

    /** How many of so many children previews may use. */
    static int of(int children) {
        return Math.max(1, children / PART);
    }

    /** Something done in a turn. */
    interface Work<T> {
        T run() throws IOException;
    }

    /** @throws ParsersBusy where no turn comes soon */
    <T> T within(Work<T> work) throws IOException {
        take(turns);
        try {
            take(places);
            try {
                return work.run();
            } finally {
                places.release();
            }
        } finally {
            turns.release();
        }
    }

    private static void take(Semaphore turns) throws ParsersBusy {
        try {
            if (!turns.tryAcquire(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new ParsersBusy("the parsers have other work");
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new ParsersBusy("stopped while waiting for a parser");
        }
    }
}

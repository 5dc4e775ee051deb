package org.sluis.platform.jobs;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Work that is done again and again. Nothing it throws ends it, not even an error of the machine: the next time is another
 * chance, and a node that quietly stopped doing its work would be found by nobody.
 */
final class RepeatedJob {

    private static final Logger LOG = System.getLogger(RepeatedJob.class.getName());

    private final String name;
    private final Duration pause;
    private final Duration longest;
    private final Runnable work;
    private final Executor workers;
    private final LongSupplier clock;
    private volatile boolean over;
    private volatile long due;

    /**
     * @param longest how long one time may take
     * @param clock nanoseconds
     */
    RepeatedJob(String name, Duration pause, Duration longest, Runnable work, Executor workers, LongSupplier clock) {
        this.name = name;
        this.pause = pause;
        this.longest = longest;
        this.work = work;
        this.workers = workers;
        this.clock = clock;
    }

    String name() {
        return name;
    }

    /** The next time begins after the pause. */
    void schedule() {
        due = clock.getAsLong() + pause.toNanos();
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, this::begin)
                .execute(this::once);
    }

    /** Where no thread can be had now, one may be had later. */
    private void begin(Runnable once) {
        if (over) {
            return;
        }
        try {
            workers.execute(once);
        } catch (RuntimeException | Error noThread) {
            LOG.log(Level.ERROR, "Repeated work found no thread: " + name, noThread);
            CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, this::begin)
                    .execute(once);
        }
    }

    private void once() {
        if (over) {
            return;
        }
        due = clock.getAsLong();
        try {
            work.run();
        } catch (RuntimeException | Error accident) {
            LOG.log(Level.ERROR, "Repeated work failed: " + name, accident);
        } finally {
            schedule();
        }
    }

    /** Whether it should have ended long ago, or should have begun. */
    boolean isOverdue() {
        return !over && clock.getAsLong() - due > longest.toNanos();
    }

    void end() {
        over = true;
    }
}

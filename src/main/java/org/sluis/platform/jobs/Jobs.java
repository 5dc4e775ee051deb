package org.sluis.platform.jobs;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Threads for the portal's own work. The server's default scheduler has one thread for everybody, so that a job which
 * waits for a silent scanner would hold up all others; here each piece of work has a thread to itself while it runs. Who
 * gives work in bounds its amount.
 */
@ApplicationScoped
public class Jobs {

    private static final Logger LOG = System.getLogger(Jobs.class.getName());

    @Resource
    ManagedThreadFactory threads;

    @SuppressWarnings("NullAway.Init")
    private ExecutorService workers;

    /** Work that is done again and again. */
    public interface Repetition {
        /** No further time. */
        void end();
    }

    @PostConstruct
    void open() {
        workers = Executors.newCachedThreadPool(threads);
    }

    /** Does {@code work} now, beside whatever else is going on. */
    public void begin(Runnable work) {
        workers.execute(work);
    }

    /** Does {@code work} after each {@code pause}, never twice at a time, whatever an earlier time came to. */
    public Repetition every(Duration pause, Runnable work) {
        AtomicBoolean over = new AtomicBoolean();
        schedule(pause, work, over);
        return () -> over.set(true);
    }

    private void schedule(Duration pause, Runnable work, AtomicBoolean over) {
        CompletableFuture.delayedExecutor(pause.toMillis(), TimeUnit.MILLISECONDS, workers)
                .execute(() -> once(pause, work, over));
    }

    private void once(Duration pause, Runnable work, AtomicBoolean over) {
        if (over.get()) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException accident) {
            LOG.log(Level.ERROR, "A repeated piece of work failed", accident);
        }
        schedule(pause, work, over);
    }

    @PreDestroy
    void close() {
        workers.shutdownNow();
    }
}

package org.sluis.platform.jobs;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.sluis.platform.health.Meters;

/**
 * Threads for the portal's own work. The server's default scheduler has one thread for everybody, so that a job which
 * waits for a silent scanner would hold up all others; here each piece of work has a thread to itself while it runs. Who
 * gives work in bounds its amount.
 */
@ApplicationScoped
public class Jobs {

    private static final int PAUSES = 10;

    @Resource
    ManagedThreadFactory threads;

    @Inject
    Meters meters;

    private final Set<RepeatedJob> repeated = ConcurrentHashMap.newKeySet();

    @SuppressWarnings("NullAway.Init")
    private ExecutorService workers;

    /** Work that is done again and again. */
    public interface Repetition {
        /** No further time. */
        void end();
    }

    void start(@Observes Startup event) {
        meters.watch(
                "sluis_jobs_overdue",
                "Kinds of repeated work that have not ended for much longer than they should take",
                MetricUnits.NONE,
                () -> overdue().size());
    }

    @PostConstruct
    void open() {
        workers = Executors.newCachedThreadPool(threads);
    }

    /** Does {@code work} now, beside whatever else is going on. */
    public void begin(Runnable work) {
        workers.execute(work);
    }

    /**
     * Does {@code work} after each {@code pause}, never twice at a time, whatever an earlier time came to. One that has not
     * ended in ten times its pause is {@link #overdue}.
     *
     * @param name for the operator; the same for jobs of one kind
     */
    public Repetition every(String name, Duration pause, Runnable work) {
        return every(name, pause, pause.multipliedBy(PAUSES), work);
    }

    /** The same for work that may take longer: {@code longest} where that is more. */
    public Repetition every(String name, Duration pause, Duration longest, Runnable work) {
        Duration ten = pause.multipliedBy(PAUSES);
        RepeatedJob job = new RepeatedJob(
                name, pause, ten.compareTo(longest) < 0 ? longest : ten, work, workers, System::nanoTime);
        repeated.add(job);
        job.schedule();
        return () -> {
            job.end();
            repeated.remove(job);
        };
    }

    /** The names of repeated work that has not ended, or not begun again, for much longer than it should take. */
    public SortedSet<String> overdue() {
        return repeated.stream()
                .filter(RepeatedJob::isOverdue)
                .map(RepeatedJob::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @PreDestroy
    void close() {
        repeated.forEach(RepeatedJob::end);
        workers.shutdownNow();
    }
}

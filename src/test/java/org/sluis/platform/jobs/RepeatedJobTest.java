package org.sluis.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Work goes on whatever it throws, and work that does not is seen. */
class RepeatedJobTest {

    private static final Duration PAUSE = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ExecutorService workers = Executors.newCachedThreadPool();
    private final AtomicInteger times = new AtomicInteger();
    private final AtomicLong clock = new AtomicLong();

    @AfterEach
    void close() {
        workers.shutdownNow();
    }

    @Test
    void errorDoesNotEndIt() {
        RepeatedJob job = job(workers, () -> {
            times.incrementAndGet();
            throw new OutOfMemoryError("of a single file");
        });
        job.schedule();
        await().atMost(PATIENCE).until(() -> times.get() >= 3);
        job.end();
    }

    @Test
    void missingThreadDoesNotEndIt() {
        AtomicInteger asked = new AtomicInteger();
        RepeatedJob job = job(
                work -> {
                    if (asked.incrementAndGet() <= 2) {
                        throw new OutOfMemoryError("unable to create native thread");
                    }
                    workers.execute(work);
                },
                times::incrementAndGet);
        job.schedule();
        await().atMost(PATIENCE).until(() -> times.get() >= 2);
        job.end();
    }

    @Test
    void workThatDoesNotEndIsOverdueUntilItDoes() throws InterruptedException {
        CountDownLatch stuck = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(1);
        RepeatedJob job = job(workers, () -> {
            begun.countDown();
            awaitQuietly(stuck);
            times.incrementAndGet();
        });
        job.schedule();
        begun.await();
        assertThat(job.isOverdue()).isFalse();
        clock.addAndGet(LONGEST.toNanos() + 1);
        assertThat(job.isOverdue()).isTrue();
        stuck.countDown();
        await().atMost(PATIENCE).until(() -> times.get() >= 2);
        assertThat(job.isOverdue()).isFalse();
        job.end();
    }

    @Test
    void workThatDoesNotBeginAgainIsOverdue() {
        RepeatedJob job = job(work -> {}, times::incrementAndGet);
        job.schedule();
        clock.addAndGet(PAUSE.plus(LONGEST).toNanos());
        assertThat(job.isOverdue()).isFalse();
        clock.addAndGet(1);
        assertThat(job.isOverdue()).isTrue();
        job.end();
        assertThat(job.isOverdue()).isFalse();
    }

    private RepeatedJob job(Executor executor, Runnable work) {
        return new RepeatedJob("work", PAUSE, LONGEST, work, executor, clock::get);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}

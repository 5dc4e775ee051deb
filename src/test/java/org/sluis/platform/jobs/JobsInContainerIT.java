package org.sluis.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.junit.jupiter.api.Test;
import org.sluis.stack.InContainer;

/** The portal's own work on the server's threads, and what the operator sees of it. */
@InContainer
class JobsInContainerIT {

    private static final Duration PAUSE = Duration.ofMillis(1);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    Jobs jobs;

    @Inject
    ClusterClaims claims;

    @Inject
    @Readiness
    org.sluis.Readiness readiness;

    @Test
    void errorDoesNotEndRepeatedWork() {
        AtomicInteger times = new AtomicInteger();
        Jobs.Repetition repetition = jobs.every("erring", PAUSE, () -> {
            times.incrementAndGet();
            throw new StackOverflowError();
        });
        await().atMost(PATIENCE).until(() -> times.get() >= 3);
        repetition.end();
    }

    @Test
    void workThatDoesNotEndIsToldByReadinessUntilItDoes() {
        CountDownLatch stuck = new CountDownLatch(1);
        Jobs.Repetition repetition = jobs.every("stuck", PAUSE, () -> {
            try {
                stuck.await();
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
            }
        });
        await().atMost(PATIENCE).until(() -> jobs.overdue().contains("stuck"));
        HealthCheckResponse answer = readiness.call();
        assertThat(answer.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(answer.getData().orElseThrow()).containsKey("job stuck").containsEntry("jobs", false);

        stuck.countDown();
        repetition.end();

        assertThat(jobs.overdue()).doesNotContain("stuck");
    }

    @Test
    void workForAllIsTakenByOneUntilItIsDueAgain() {
        String name = "work-" + UUID.randomUUID();
        long first = claims.claim(name, future()).orElseThrow();
        assertThat(claims.claim(name, future())).isEmpty();

        assertThat(claims.renew(name, first, Instant.now().minusSeconds(1))).isTrue();
        long second = claims.claim(name, future()).orElseThrow();

        assertThat(second).isGreaterThan(first);
        assertThat(claims.renew(name, first, Instant.now())).isFalse();
        assertThat(claims.claim(name, future())).isEmpty();
    }

    private static Instant future() {
        return Instant.now().plusSeconds(600);
    }
}

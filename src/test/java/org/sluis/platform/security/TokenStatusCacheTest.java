package org.sluis.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sluis.kernel.Sha256;

/** What the realm says of tokens: asked once at a time, and waited for only by those who hold the token. */
@SuppressWarnings("UnnecessaryAssignment") // no container injects here
class TokenStatusCacheTest {

    private static final String SILENT = "token of which the realm says nothing yet";
    private static final int NEIGHBOURS = 5;
    private static final long PATIENCE_SECONDS = 60;

    private final CountDownLatch silence = new CountDownLatch(1);
    private final CountDownLatch asked = new CountDownLatch(1);
    private final ConcurrentHashMap<String, AtomicInteger> questions = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Callable<Optional<LiveIdentity>>> answers = new ConcurrentHashMap<>();
    private final TokenStatusCache cache = new TokenStatusCache();
    private final ExecutorService workers = Executors.newCachedThreadPool();

    TokenStatusCacheTest() {
        cache.introspection = new Introspection() {
            @Override
            Optional<LiveIdentity> ask(String token) throws IOException {
                questions.computeIfAbsent(token, unused -> new AtomicInteger()).incrementAndGet();
                try {
                    return answers.getOrDefault(token, () -> Optional.of(live(token)))
                            .call();
                } catch (IOException away) {
                    throw away;
                } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                }
            }
        };
        answers.put(SILENT, () -> {
            asked.countDown();
            silence.await();
            return Optional.of(live(SILENT));
        });
    }

    @AfterEach
    void close() {
        silence.countDown();
        workers.shutdownNow();
    }

    @Test
    void answersOthersWhileTheRealmIsSilentAboutOne() throws Exception {
        Future<Optional<LiveIdentity>> silent = workers.submit(() -> cache.identity(SILENT));
        asked.await();
        Future<Long> others = workers.submit(
                () -> neighbours().filter(token -> identity(token).isPresent()).count());
        assertThat(others.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(NEIGHBOURS);
        assertThat(silent).isNotDone();
    }

    @Test
    void forgettingWaitsForNobody() throws Exception {
        List<String> known = neighbours().toList();
        known.forEach(this::identity);
        Future<Optional<LiveIdentity>> silent = workers.submit(() -> cache.identity(SILENT));
        asked.await();
        Future<?> forgetting = workers.submit(() -> known.forEach(token -> {
            cache.invalidate("session of " + token);
            cache.invalidateAccount(token);
        }));
        forgetting.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(silent).isNotDone();
    }

    @Test
    void thoseWithOneTokenAskOnce() throws Exception {
        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(number -> new Thread(() -> identity(SILENT)))
                .toList();
        threads.forEach(Thread::start);
        asked.await();
        await().atMost(Duration.ofSeconds(PATIENCE_SECONDS))
                .until(() -> threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
        silence.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(questions.get(SILENT)).hasValue(1);
    }

    @Test
    void answerOnItsWayIsNotKeptWhenSomethingIsForgottenMeanwhile() throws Exception {
        Future<Optional<LiveIdentity>> silent = workers.submit(() -> cache.identity(SILENT));
        asked.await();
        cache.invalidateAccount(SILENT);
        answers.put(SILENT, Optional::empty);
        Future<Optional<LiveIdentity>> later = workers.submit(() -> cache.identity(SILENT));
        assertThat(later.get(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEmpty();
        silence.countDown();
        silent.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(cache.identity(SILENT)).isEmpty();
    }

    @Test
    void forgetsTheAccountAndTheSessionItIsToldAndNoOther() {
        List.of("a", "b").forEach(this::identity);
        cache.invalidateAccount("a");
        List.of("a", "b").forEach(this::identity);
        assertThat(questions.get("a")).hasValue(2);
        cache.invalidate("session of a");
        List.of("a", "b").forEach(this::identity);
        assertThat(questions.get("a")).hasValue(3);
        assertThat(questions.get("b")).hasValue(1);
    }

    @Test
    void failureIsNotKept() throws Exception {
        answers.put("token", () -> {
            throw new IOException("away");
        });
        assertThatThrownBy(() -> cache.identity("token")).isInstanceOf(IOException.class);
        answers.remove("token");
        assertThat(cache.identity("token")).isPresent();
    }

    @Test
    void endIsNotKept() throws Exception {
        answers.put("token", Optional::empty);
        assertThat(cache.identity("token")).isEmpty();
        assertThat(cache.identity("token")).isEmpty();
        assertThat(questions.get("token")).hasValue(2);
    }

    /** Tokens that a hash table of up to 256 places keeps where it keeps the silent one. */
    private static Stream<String> neighbours() {
        return IntStream.iterate(0, number -> number + 1)
                .mapToObj(number -> "token " + number)
                .filter(token -> place(token) == place(SILENT))
                .limit(NEIGHBOURS);
    }

    private static int place(String token) {
        int hash = Sha256.of(token.getBytes(StandardCharsets.UTF_8)).hashCode();
        return (hash ^ (hash >>> 16)) & 0xFF;
    }

    private Optional<LiveIdentity> identity(String token) {
        try {
            return cache.identity(token);
        } catch (IOException away) {
            throw new IllegalStateException(away);
        }
    }

    private static LiveIdentity live(String token) {
        return new LiveIdentity(
                new Identity(
                        "issuer",
                        token,
                        "Ada",
                        Optional.empty(),
                        Locale.ENGLISH,
                        Optional.empty(),
                        Set.of(),
                        Instant.EPOCH),
                Optional.of("session of " + token));
    }
}

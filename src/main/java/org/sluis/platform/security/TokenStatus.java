package org.sluis.platform.security;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What the realm says of one token, asked by the first who wants to know; whoever comes meanwhile waits for that answer. It
 * is of use as long as it is fresh, and after that as what was known before.
 */
final class TokenStatus {

    private static final Logger LOG = System.getLogger(TokenStatus.class.getName());
    private static final Duration FRESH = Duration.ofSeconds(3);

    private final Callable<Optional<LiveIdentity>> realm;
    private final FutureTask<Optional<LiveIdentity>> asking = new FutureTask<>(this::ask);

    /** Until there is an answer, what was known before. */
    private volatile @Nullable Confirmation known;

    private record Confirmation(LiveIdentity who, long at) {

        boolean isFresh() {
            return System.nanoTime() - at < FRESH.toNanos();
        }
    }

    /** @param realm is asked once at most */
    TokenStatus(Callable<Optional<LiveIdentity>> realm) {
        this.realm = realm;
    }

    /** What replaces {@code before}, which is fresh no longer. */
    TokenStatus(Callable<Optional<LiveIdentity>> realm, TokenStatus before) {
        this(realm);
        this.known = before.known;
    }

    /** Whether its answer counts, or will when it comes. */
    boolean isFresh() {
        Confirmation answer = known;
        return !asking.isDone() || (answer != null && answer.isFresh());
    }

    /** Whether it is about such an account or session, or may be: whose token it is, only the answer says. */
    boolean mayBeOf(Predicate<LiveIdentity> those) {
        Confirmation answer = known;
        return answer == null || those.test(answer.who());
    }

    /**
     * Waits for the answer, for as long as the realm is given.
     *
     * @return none where account or session have ended
     * @throws IOException where the realm is away and never confirmed this token
     */
    Optional<LiveIdentity> identity() throws IOException {
        asking.run();
        try {
            return asking.get();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the portal is stopping");
        } catch (ExecutionException failed) {
            throw new IOException("the realm has not answered", failed.getCause());
        }
    }

    private Optional<LiveIdentity> ask() throws Exception {
        Optional<LiveIdentity> answer;
        try {
            answer = realm.call();
        } catch (IOException away) {
            Confirmation before = known;
            if (before == null) {
                throw away;
            }
            LOG.log(Level.WARNING, "The realm cannot be asked whether accounts are active: {0}", away.toString());
            answer = Optional.of(before.who());
        }
        known = answer.map(who -> new Confirmation(who, System.nanoTime())).orElse(null);
        return answer;
    }
}

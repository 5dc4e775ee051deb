package org.sluis.platform.bodies;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;

/**
 * How many do the same at this moment at this node: one person, and all together. Each of them holds a thread of the server for as
 * long as whoever sends or reads likes. Safe for many threads.
 */
public final class Turns {

    private final int each;
    private final int all;
    private final int retrySeconds;
    private final Map<UUID, Integer> underWay = new HashMap<>();
    private int together;

    /** Only all together are counted. */
    public static Turns ofAll(int all, int retrySeconds) {
        return new Turns(all, all, retrySeconds);
    }

    /**
     * @param each how many one person may have
     * @param all how many there are
     * @param retrySeconds after which another try makes sense
     */
    public Turns(int each, int all, int retrySeconds) {
        this.each = each;
        this.all = all;
        this.retrySeconds = retrySeconds;
    }

    /** What was taken and is to be given back. */
    public interface Turn extends AutoCloseable {

        /** Gives it back, once, however often that is said. */
        @Override
        void close();

        /** One that ends with {@code giveBack}. */
        static Turn endingWith(Runnable giveBack) {
            AtomicBoolean ended = new AtomicBoolean();
            return () -> {
                if (ended.compareAndSet(false, true)) {
                    giveBack.run();
                }
            };
        }
    }

    /**
     * @throws ProblemException {@code too-many-requests} where this person has too many, {@code unavailable} where all
     *     together have
     */
    public synchronized Turn take(UUID person) {
        int own = underWay.getOrDefault(person, 0);
        if (own >= each) {
            throw ProblemException.retryAfter(Problem.TOO_MANY_REQUESTS, retrySeconds);
        }
        Turn turn = take();
        underWay.put(person, own + 1);
        return Turn.endingWith(() -> giveBack(person, turn));
    }

    /**
     * One of nobody in particular.
     *
     * @throws ProblemException {@code unavailable}
     */
    public synchronized Turn take() {
        if (together >= all) {
            throw ProblemException.retryAfter(Problem.UNAVAILABLE, retrySeconds);
        }
        together++;
        return Turn.endingWith(this::giveBack);
    }

    private synchronized void giveBack() {
        together--;
    }

    private synchronized void giveBack(UUID person, Turn turn) {
        turn.close();
        underWay.computeIfPresent(person, (id, now) -> now == 1 ? null : now - 1);
    }
}

package org.sluis.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.bodies.Turns;
import org.sluis.platform.bodies.Turns.Turn;
import org.sluis.platform.config.Settings;

/**
 * Keeps count of what each person sends at this moment, and all together, and refuses what would be too much. Safe for many
 * threads.
 */
final class UploadLedger {

    private static final int SOON_SECONDS = 5;
    static final int LATER_SECONDS = 60;

    private final long most;
    private final Turns turns;
    private final Map<UUID, Long> coming = new HashMap<>();

    UploadLedger(Settings.Uploads uploads) {
        most = uploads.pending();
        turns = new Turns(uploads.atOnce(), uploads.receiving(), SOON_SECONDS);
    }

    /**
     * @param bytes that will come
     * @param pending bytes of this person that have come and wait for their verdict
     * @return to be ended when the bytes have come or will not
     * @throws ProblemException {@code too-many-requests} for too much of one person, {@code unavailable} where all together
     *     send too much; each with the seconds after which another try makes sense
     */
    synchronized Turn admit(UUID person, long bytes, long pending) {
        Turn turn = turns.take(person);
        if (bytes > most - pending - coming.getOrDefault(person, 0L)) {
            turn.close();
            throw full();
        }
        coming.merge(person, bytes, Long::sum);
        return Turn.endingWith(() -> end(person, bytes, turn));
    }

    private synchronized void end(UUID person, long bytes, Turn turn) {
        coming.computeIfPresent(person, (id, now) -> now == bytes ? null : now - bytes);
        turn.close();
    }

    /** What one person may have pending is used up. */
    static ProblemException full() {
        return ProblemException.retryAfter(Problem.TOO_MANY_REQUESTS, LATER_SECONDS);
    }
}

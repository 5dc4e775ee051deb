package org.sluis.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.config.Settings;
import org.sluis.platform.rest.Problems;

/**
 * Keeps count of what each person sends at this moment, and all together, and refuses what would be too much: whoever is
 * received holds a thread of the server, however slowly they send. Safe for many threads.
 */
final class UploadLedger {

    private static final int SOON_SECONDS = 5;
    static final int LATER_SECONDS = 60;

    private final Settings.Uploads most;
    private final Map<UUID, UnderWay> underWay = new HashMap<>();
    private int receiving;

    UploadLedger(Settings.Uploads most) {
        this.most = most;
    }

    /** What one person sends. */
    private record UnderWay(int uploads, long bytes) {

        UnderWay plus(int moreUploads, long moreBytes) {
            return new UnderWay(uploads + moreUploads, bytes + moreBytes);
        }
    }

    /**
     * @param bytes that will come
     * @param pending bytes of this person that have come and wait for their verdict
     * @throws ProblemException {@code too-many-requests} for too much of one person, {@code unavailable} where all together
     *     send too much; each with the seconds after which another try makes sense
     */
    synchronized UploadAdmission admit(UUID person, long bytes, long pending) {
        UnderWay now = underWay.getOrDefault(person, new UnderWay(0, 0));
        if (now.uploads() >= most.atOnce()) {
            throw refused(SOON_SECONDS);
        }
        if (bytes > most.pending() - pending - now.bytes()) {
            throw full();
        }
        if (receiving >= most.receiving()) {
            throw new ProblemException(Problem.UNAVAILABLE, Map.of(Problems.RETRY_AFTER, SOON_SECONDS));
        }
        receiving++;
        underWay.put(person, now.plus(1, bytes));
        return () -> end(person, bytes);
    }

    private synchronized void end(UUID person, long bytes) {
        receiving--;
        underWay.computeIfPresent(person, (id, now) -> now.uploads() == 1 ? null : now.plus(-1, -bytes));
    }

    /** What one person may have pending is used up. */
    static ProblemException full() {
        return refused(LATER_SECONDS);
    }

    private static ProblemException refused(int seconds) {
        return new ProblemException(Problem.TOO_MANY_REQUESTS, Map.of(Problems.RETRY_AFTER, seconds));
    }
}

package org.sluis.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.config.Settings;

/** Keeps count of what each person sends at this moment, and refuses what would be too much. Safe for many threads. */
final class UploadLedger {

    private static final int SOON_SECONDS = 5;
    static final int LATER_SECONDS = 60;

    private final Settings.Uploads most;
    private final Map<UUID, UnderWay> underWay = new HashMap<>();

    UploadLedger(Settings.Uploads most) {
        this.most = most;
    }

    /** What one person sends. */
    private record UnderWay(int uploads, long bytes) {

        UnderWay plus(int moreUploads, long moreBytes) {
            return new UnderWay(uploads + moreUploads, bytes + moreBytes);
        }
    }

    /** An upload under way, to be ended when its bytes have come or will not. */
    interface Admission {
        void end();
    }

    /**
     * @param bytes that will come
     * @param pending bytes of this person that have come and wait for their verdict
     * @throws ProblemException {@code too-many-requests} with the seconds after which another try makes sense
     */
    synchronized Admission admit(UUID person, long bytes, long pending) {
        UnderWay now = underWay.getOrDefault(person, new UnderWay(0, 0));
        if (now.uploads() >= most.atOnce()) {
            throw refused(SOON_SECONDS);
        }
        if (bytes > most.pending() - pending - now.bytes()) {
            throw full();
        }
        underWay.put(person, now.plus(1, bytes));
        return () -> end(person, bytes);
    }

    private synchronized void end(UUID person, long bytes) {
        underWay.computeIfPresent(person, (id, now) -> now.uploads() == 1 ? null : now.plus(-1, -bytes));
    }

    /** What one person may have pending is used up. */
    static ProblemException full() {
        return refused(LATER_SECONDS);
    }

    private static ProblemException refused(int seconds) {
        return new ProblemException(Problem.TOO_MANY_REQUESTS, Map.of("retryAfter", seconds));
    }
}

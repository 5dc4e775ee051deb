package org.sluis.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.sluis.documents.Waiting;
import org.sluis.inspection.Categories;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.config.Settings;

/**
 * How much one person may have under way (ASVS 5.2.4): uploads at once at this node, and bytes that are being sent or
 * wait for their verdict. A scanner that is away for a day so fills nobody's disk.
 */
@ApplicationScoped
public class UploadAllowance {

    private static final int SOON_SECONDS = 5;
    private static final int LATER_SECONDS = 60;

    @Inject
    Waiting waiting;

    @Inject
    Categories categories;

    @Inject
    Settings settings;

    private final Map<UUID, UnderWay> underWay = new HashMap<>();

    /** What one person sends at this moment. */
    private record UnderWay(int uploads, long bytes) {

        UnderWay plus(int uploads, long bytes) {
            return new UnderWay(this.uploads + uploads, this.bytes + bytes);
        }
    }

    /** An upload under way, to be ended when its bytes have come or will not. */
    interface Admission {
        void end();
    }

    /**
     * @param announced bytes that will come; without a word the largest upload is reckoned with
     * @throws ProblemException {@code too-many-requests} with the seconds after which another try makes sense
     */
    Admission admit(Caller caller, OptionalLong announced) {
        long bytes = announced.orElse(categories.largestLimit());
        long waitingBytes = waiting.pendingBytes(caller.personId());
        reserve(caller.personId(), bytes, waitingBytes);
        return () -> release(caller.personId(), bytes);
    }

    private synchronized void reserve(UUID person, long bytes, long waitingBytes) {
        UnderWay now = underWay.getOrDefault(person, new UnderWay(0, 0));
        Settings.Uploads most = settings.uploads();
        if (now.uploads() >= most.atOnce()) {
            throw refused(SOON_SECONDS);
        }
        if (bytes > most.pending() - waitingBytes - now.bytes()) {
            throw refused(LATER_SECONDS);
        }
        underWay.put(person, now.plus(1, bytes));
    }

    private synchronized void release(UUID person, long bytes) {
        underWay.computeIfPresent(person, (id, now) -> now.uploads() == 1 ? null : now.plus(-1, -bytes));
    }

    private static ProblemException refused(int seconds) {
        return new ProblemException(Problem.TOO_MANY_REQUESTS, Map.of("retryAfter", seconds));
    }
}

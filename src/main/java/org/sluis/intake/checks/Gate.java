package org.sluis.intake.checks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.sluis.documents.Reception;
import org.sluis.documents.Reception.Pending;
import org.sluis.inspection.Categories;
import org.sluis.inspection.Category;
import org.sluis.inspection.Inspection;
import org.sluis.inspection.parsing.Lift;
import org.sluis.inspection.parsing.Objection;
import org.sluis.platform.config.Settings;
import org.sluis.platform.jobs.RetryDelay;
import org.sluis.quarantine.Reinstatements;
import org.sluis.quarantine.Waiting;

/**
 * Decides on one received file (promise B8). It reads the stored bytes back, so what is checked is what will be handed
 * out. Malware is named before any other flaw; without an exact verdict nothing changes but the time of the next try.
 */
@ApplicationScoped
public class Gate {

    private static final Logger LOG = System.getLogger(Gate.class.getName());

    @Inject
    StoredFiles files;

    @Inject
    Categories categories;

    @Inject
    Reception reception;

    @Inject
    Reinstatements reinstatements;

    @Inject
    Waiting waiting;

    @Inject
    Settings settings;

    private final RandomGenerator random = new SecureRandom();

    /** Checks and decides; never throws, because a fault is no verdict. */
    public void check(Pending pending) {
        try {
            decide(pending, files.inspect(pending, category(pending), lifts(pending)));
        } catch (IOException | RuntimeException fault) {
            failed(pending, fault);
        }
    }

    /** What was given up meanwhile has lost its bytes with that, or another node is at it: nobody need be called. */
    private void failed(Pending pending, Exception fault) {
        if (!waiting.holds(pending)) {
            return;
        }
        boolean damaged = files.areDamaged(pending, fault);
        if (!damaged) {
            LOG.log(Level.WARNING, "The check of version " + pending.versionId() + " failed", fault);
        }
        postpone(pending, damaged ? "content damaged" : fault.getClass().getSimpleName());
    }

    private void decide(Pending pending, Inspection found) throws IOException {
        if (found.objection().isPresent()) {
            reject(pending, found, found.objection().get());
        } else if (found.clean() && found.scanned().equals(pending.blob().sha256())) {
            // A scan can take long: what is released must still be, to the last byte, what was scanned.
            files.requireUnchanged(pending);
            reception.release(pending, found.scanned(), found.mediaType(), found.notices());
        } else {
            postpone(pending, found.detail());
        }
    }

    /** What only a rule speaks against is kept sealed for a while. */
    private void reject(Pending pending, Inspection found, Objection why) {
        Optional<Instant> keptUntil = Optional.of(settings.quarantine().keep())
                .filter(keep -> found.mayBeLifted() && !keep.isZero())
                .map(Instant.now()::plus);
        reception.reject(pending, why, found.conviction(), keptUntil);
    }

    private void postpone(Pending pending, String why) {
        Duration delay = new RetryDelay(settings.intake().retryCap()).after(pending.attempts(), random);
        waiting.postponed(pending, Instant.now().plus(delay), why);
    }

    /** Whether two administrators have lifted rules for it; nobody can have before it was ever refused. */
    private List<Lift> lifts(Pending pending) {
        return reinstatements.lifted(pending.versionId());
    }

    private Category category(Pending pending) {
        return categories
                .named(pending.category())
                .orElseThrow(
                        () -> new IllegalStateException("category " + pending.category() + " is no longer configured"));
    }
}

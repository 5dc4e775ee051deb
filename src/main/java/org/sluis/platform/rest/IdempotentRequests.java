package org.sluis.platform.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.jobs.Jobs;

/**
 * Has a request that carries an {@code Idempotency-Key} done once, however often it comes within 24 hours. What is kept of
 * an answer are the identifiers it names.
 */
@ApplicationScoped
public class IdempotentRequests {

    private static final Logger LOG = System.getLogger(IdempotentRequests.class.getName());
    private static final Duration PAUSE = Duration.ofHours(1);

    /** For what needs nothing but the role that the endpoint declares, and that was asked for before. */
    public static final Runnable ROLE_SUFFICES = () -> {};

    @Inject
    RequestLedger ledger;

    @Inject
    Jobs jobs;

    void start(@Observes Startup event) {
        jobs.every("repeated-requests", PAUSE, this::forget);
    }

    private void forget() {
        try {
            ledger.forget();
        } catch (RuntimeException databaseAway) {
            LOG.log(
                    Level.WARNING,
                    "Requests made a day ago are known for some more time: {0}",
                    databaseAway.toString());
        }
    }

    /**
     * Does what is asked in one transaction with the note that it is done, unless it is. A repetition needs the same right
     * as the act: whoever has lost it is refused, as if they came for the first time.
     *
     * @param right throws where the caller may not do this now
     * @return the identifiers that the answer names, the first time or now
     * @throws ProblemException of {@code right} and of what is done; {@code key-reused}, {@code request-under-way}
     */
    public List<UUID> once(
            Caller caller, Optional<RepeatableRequest> request, Runnable right, Supplier<List<UUID>> act) {
        return once(caller, request, right, act, true);
    }

    /** The same for what reaches other systems, which no transaction may wait for. */
    public List<UUID> onceElsewhere(
            Caller caller, Optional<RepeatableRequest> request, Runnable right, Supplier<List<UUID>> act) {
        return once(caller, request, right, act, false);
    }

    private List<UUID> once(
            Caller caller,
            Optional<RepeatableRequest> request,
            Runnable right,
            Supplier<List<UUID>> act,
            boolean together) {
        if (request.isEmpty()) {
            return act.get();
        }
        right.run();
        UUID claim = UUID.randomUUID();
        Optional<String> earlier = ledger.claim(caller, request.get(), claim);
        if (earlier.isPresent()) {
            return read(earlier.get());
        }
        try {
            return read(together ? ledger.done(caller, claim, () -> written(act.get())) : apart(caller, claim, act));
        } catch (RuntimeException notDone) {
            release(caller, claim, notDone);
            throw notDone;
        }
    }

    private void release(Caller caller, UUID claim, RuntimeException notDone) {
        try {
            ledger.release(caller, claim);
        } catch (RuntimeException databaseAway) {
            notDone.addSuppressed(databaseAway);
        }
    }

    private String apart(Caller caller, UUID claim, Supplier<List<UUID>> act) {
        String answer = written(act.get());
        return ledger.done(caller, claim, () -> answer);
    }

    private static String written(List<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(" "));
    }

    private static List<UUID> read(String answer) {
        return Stream.of(answer.split(" ", -1))
                .map(id -> Ids.parse(id).orElseThrow())
                .toList();
    }
}

package org.sluis.accounts;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.config.Settings;
import org.sluis.platform.health.Meters;
import org.sluis.platform.jobs.Jobs;

/**
 * Compares the realm's accounts with the portal's persons, again and again, one node at a time and page by page. It only tells:
 * which side is right, an administrator knows.
 */
@ApplicationScoped
class Reconciliation {

    private static final Logger LOG = System.getLogger(Reconciliation.class.getName());
    private static final String SERVICE_ACCOUNT = "service-account-";
    private static final int AT_ONCE = 200;

    /** Whoever has more differences has another problem. */
    private static final int MOST = 200;

    /** Nodes begin at different times: none is to skip a turn because another began a little earlier. */
    private static final int TURNS = 2;

    @Inject
    Settings settings;

    @Inject
    Directory directory;

    @Inject
    Comparisons comparisons;

    @Inject
    Jobs jobs;

    @Inject
    Meters meters;

    /** As this node last saw it, for its metrics. */
    private volatile Optional<Comparison> last = Optional.empty();

    private Optional<Jobs.Repetition> repetition = Optional.empty();

    void start(@Observes Startup event) {
        for (Drift.Kind kind : Drift.Kind.values()) {
            meters.watch(
                    "sluis_directory_drift",
                    "Differences between accounts and persons, when they were last compared",
                    MetricUnits.NONE,
                    () -> last.map(found -> found.count(kind)).orElse(0L),
                    new Tag("kind", kind.name()));
        }
        meters.watch(
                "sluis_directory_compared_age",
                "Time since accounts and persons were compared; -1 when they never were",
                MetricUnits.SECONDS,
                () -> last.map(found ->
                                Duration.between(found.at(), Instant.now()).toSeconds())
                        .orElse(-1L));
        repetition =
                Optional.of(jobs.every("reconciliation", settings.directory().reconciliation(), this::inTurn));
    }

    @PreDestroy
    void stop() {
        repetition.ifPresent(Jobs.Repetition::end);
    }

    /** What was found when they were last compared, by whichever node. */
    Optional<Comparison> last(Caller administrator) {
        last = comparisons.last(administrator, MOST);
        return last;
    }

    /** @throws ProblemException {@code directory-away} */
    Optional<Comparison> now(Caller administrator) {
        comparisons.require(administrator);
        compare();
        last = comparisons.compared(administrator, MOST);
        return last;
    }

    private void inTurn() {
        try {
            if (comparisons.claim(settings.directory().reconciliation().dividedBy(TURNS))) {
                compare();
            } else {
                last = comparisons.last(MOST);
            }
        } catch (ProblemException away) {
            LOG.log(Level.WARNING, "Accounts and persons are not compared for now: {0}", away.getMessage());
        }
    }

    /** No transaction is open while the realm is asked. Accounts first: a person who is registered meanwhile has one. */
    private void compare() {
        Instant at = Instant.now();
        UUID round = Ids.next();
        int met = 0;
        List<Account> page;
        do {
            page = directory.page(met, AT_ONCE);
            met += page.size();
            comparisons.compare(
                    round,
                    page.stream()
                            .filter(account -> !account.username().startsWith(SERVICE_ACCOUNT))
                            .toList());
        } while (page.size() == AT_ONCE);
        comparisons.end(round, at);
        last = comparisons.last(MOST);
    }
}

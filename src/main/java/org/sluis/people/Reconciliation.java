package org.sluis.people;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.eclipse.microprofile.metrics.Tag;
import org.sluis.kernel.Caller;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.platform.config.Settings;
import org.sluis.platform.health.Meters;
import org.sluis.platform.jobs.Jobs;

/**
 * Compares the realm's accounts with the portal's persons, again and again. It only tells: which side is right, an
 * administrator knows.
 */
@ApplicationScoped
class Reconciliation {

    private static final Logger LOG = System.getLogger(Reconciliation.class.getName());
    private static final String COMPARED = "directory-compared";
    private static final String SERVICE_ACCOUNT = "service-account-";
    private static final int AT_ONCE = 200;

    @Inject
    Settings settings;

    @Inject
    Directory directory;

    @Inject
    Persons persons;

    @Inject
    Jobs jobs;

    @Inject
    Meters meters;

    @Inject
    AdministrativeActs acts;

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
        repetition = Optional.of(jobs.every(settings.directory().reconciliation(), this::compare));
    }

    @PreDestroy
    void stop() {
        repetition.ifPresent(Jobs.Repetition::end);
    }

    /** What was found when they were last compared by this node. */
    @Transactional
    public Optional<Comparison> last(Caller administrator) {
        acts.require(administrator, COMPARED, ResourceRef.every("person"));
        return last;
    }

    /** @throws ProblemException {@code directory-away} */
    @Transactional
    public Comparison now(Caller administrator) {
        acts.require(administrator, COMPARED, ResourceRef.every("person"));
        Comparison found = compared(() -> persons.registered(administrator));
        acts.done(
                administrator,
                COMPARED,
                ResourceRef.every("person"),
                Map.of("found", String.valueOf(found.drifts().size())));
        return found;
    }

    private void compare() {
        try {
            compared(persons::registered);
        } catch (ProblemException away) {
            LOG.log(Level.WARNING, "Accounts and persons are not compared for now: {0}", away.getMessage());
        }
    }

    /** Accounts first: a person who is registered meanwhile has one. */
    private Comparison compared(Supplier<List<Person>> registered) {
        Instant at = Instant.now();
        Comparison found = Comparison.of(accounts(), registered.get(), at);
        last = Optional.of(found);
        return found;
    }

    private List<Account> accounts() {
        List<Account> accounts = new ArrayList<>();
        List<Account> page;
        do {
            page = directory.page(accounts.size(), AT_ONCE);
            accounts.addAll(page);
        } while (page.size() == AT_ONCE);
        accounts.removeIf(account -> account.username().startsWith(SERVICE_ACCOUNT));
        return accounts;
    }
}

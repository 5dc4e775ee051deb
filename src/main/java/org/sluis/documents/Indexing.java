package org.sluis.documents;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.NoSuchFileException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.eclipse.microprofile.metrics.MetricUnits;
import org.sluis.blob.ContentDamaged;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.blob.StoredBlob;
import org.sluis.documents.WordQueue.Due;
import org.sluis.inspection.Inspector;
import org.sluis.inspection.ParsersBusy;
import org.sluis.platform.config.Settings;
import org.sluis.platform.health.Meters;
import org.sluis.platform.jobs.Jobs;
import org.sluis.platform.jobs.Jobs.Repetition;
import org.sluis.platform.jobs.RetryDelay;

/**
 * Has the text of every available document taken by a child process, one at a time at each node and while no check or preview wants
 * the child, and keeps its words for the search.
 */
@ApplicationScoped
public class Indexing {

    private static final Logger LOG = System.getLogger(Indexing.class.getName());
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_ROUND = Duration.ofMinutes(1);

    /** A child that makes no headway is ended long before. */
    private static final Duration LEASE = Duration.ofMinutes(10);

    private static final Duration WHILE_BUSY = Duration.ofSeconds(3);
    private static final RetryDelay DELAY = new RetryDelay(Duration.ofHours(1));

    @Inject
    Jobs jobs;

    @Inject
    WordQueue queue;

    @Inject
    Inspector inspector;

    @Inject
    EncryptedBlobs blobs;

    @Inject
    DamageAlarm alarm;

    @Inject
    Settings settings;

    @Inject
    Meters meters;

    private final RandomGenerator random = new SecureRandom();
    private volatile Repetition rounds = () -> {};
    private volatile boolean renewed;

    void start(@Observes Startup event) {
        meters.watch(
                "sluis_search_waiting",
                "Documents whose content cannot be searched yet",
                MetricUnits.NONE,
                queue::waiting);
        meters.watch(
                "sluis_search_given_up",
                "Documents of whose content no words could be taken",
                MetricUnits.NONE,
                queue::givenUp);
        rounds = jobs.every("search-index", PAUSE, LEASE, this::goOn);
    }

    /** Takes up nothing more by itself. */
    @PreDestroy
    void stop() {
        rounds.end();
    }

    private void goOn() {
        WordKey key = WordKey.of(settings);
        try {
            renew(key);
            long begin = System.nanoTime();
            boolean goesOn = true;
            while (goesOn && System.nanoTime() - begin < LONGEST_ROUND.toNanos()) {
                Optional<Due> due = queue.claim(Instant.now().plus(LEASE));
                goesOn = due.isPresent() && isTaken(due.get(), key);
            }
        } catch (RuntimeException databaseAway) {
            LOG.log(Level.WARNING, "Contents cannot be indexed now: {0}", databaseAway.toString());
        }
    }

    private void renew(WordKey key) {
        if (renewed) {
            return;
        }
        int documents = queue.renew(key.mark());
        renewed = true;
        if (documents > 0) {
            LOG.log(Level.INFO, "{0} documents are indexed anew, under another key or by other rules", documents);
        }
    }

    /** @return whether there may be time for another one */
    private boolean isTaken(Due due, WordKey key) {
        try {
            Optional<String> text = text(due);
            if (text.isPresent()) {
                Words words = Words.of(text.get(), settings.search().words());
                queue.keep(due, key.vector(due.documentId(), words), key.mark());
            } else {
                giveUp(due, key);
            }
            return true;
        } catch (ParsersBusy busy) {
            queue.postpone(due, Instant.now().plus(WHILE_BUSY), due.attempts() - 1);
            return false;
        } catch (IOException | RuntimeException failed) {
            LOG.log(Level.WARNING, "Document " + due.documentId() + " cannot be indexed now", failed);
            failed(due, key);
            return true;
        }
    }

    private Optional<String> text(Due due) throws IOException {
        StoredBlob blob = due.content().blob();
        try {
            return inspector.text(
                    () -> blobs.open(blob.id(), blob.wrappedKey().bytes()),
                    blob.size(),
                    due.content().mediaType(),
                    settings.search().characters(),
                    settings.search().time());
        } catch (ContentDamaged | NoSuchFileException damage) {
            LOG.log(Level.DEBUG, "No text of damaged content", alarm.raised(due.content(), damage));
            return Optional.empty();
        }
    }

    private void failed(Due due, WordKey key) {
        if (due.attempts() >= settings.search().attempts()) {
            giveUp(due, key);
        } else {
            queue.postpone(due, Instant.now().plus(DELAY.after(due.attempts(), random)), due.attempts());
        }
    }

    private void giveUp(Due due, WordKey key) {
        LOG.log(Level.WARNING, "No words can be taken of the content of document {0}", due.documentId());
        queue.giveUp(due, key.mark());
    }
}

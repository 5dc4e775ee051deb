package org.sluis.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.sluis.blob.ContentDamaged;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.documents.DamageAlarm;
import org.sluis.documents.Reception;
import org.sluis.documents.Reception.Pending;
import org.sluis.documents.Waiting;
import org.sluis.inspection.Categories;
import org.sluis.inspection.Category;
import org.sluis.inspection.Content;
import org.sluis.inspection.Inspection;
import org.sluis.inspection.Inspector;
import org.sluis.kernel.Problem;
import org.sluis.platform.config.Settings;
import org.sluis.platform.jobs.RetryDelay;

/**
 * Decides on one received file (promise B8). It reads the stored bytes back, so what is checked is what will be handed
 * out. Malware is named before any other flaw; without an exact verdict nothing changes but the time of the next try.
 */
@ApplicationScoped
public class Gate {

    private static final Logger LOG = System.getLogger(Gate.class.getName());
    private static final int BUFFER_BYTES = 64 * 1024;

    @Inject
    EncryptedBlobs blobs;

    @Inject
    Inspector inspector;

    @Inject
    Categories categories;

    @Inject
    Reception reception;

    @Inject
    Waiting waiting;

    @Inject
    Settings settings;

    @Inject
    DamageAlarm alarm;

    private final RandomGenerator random = new SecureRandom();

    /** Checks and decides; never throws, because a fault is no verdict. */
    public void check(Pending pending) {
        try {
            decide(
                    pending,
                    inspector.inspect(content(pending), pending.blob().size(), pending.fileName(), category(pending)));
        } catch (IOException | RuntimeException fault) {
            Optional<IOException> damage = damage(fault);
            if (damage.isPresent()) {
                alarm.raised(pending.blob(), damage.get());
            } else {
                LOG.log(Level.WARNING, "The check of version " + pending.versionId() + " failed", fault);
            }
            postpone(
                    pending,
                    damage.map(found -> "content damaged")
                            .orElseGet(() -> fault.getClass().getSimpleName()));
        }
    }

    /** The stored bytes are changed or gone: found while scanning, taking apart, or just before the release. */
    private static Optional<IOException> damage(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof ContentDamaged || cause instanceof NoSuchFileException) {
                return Optional.of((IOException) cause);
            }
        }
        return Optional.empty();
    }

    private Content content(Pending pending) {
        return () -> blobs.open(pending.blob().id(), pending.blob().wrappedKey().bytes());
    }

    private void decide(Pending pending, Inspection found) throws IOException {
        if (found.refusal().isPresent()) {
            boolean malware = found.refusal().get() == Problem.MALWARE_FOUND;
            reject(pending, found.refusal().get(), malware ? Optional.of(found.detail()) : Optional.empty());
        } else if (found.clean() && found.scanned().equals(pending.blob().sha256())) {
            requireUnchanged(pending);
            reception.release(pending, found.scanned(), found.mediaType());
        } else {
            postpone(pending, found.detail());
        }
    }

    /** A scan can take long: what is released must still be, to the last byte, what was scanned. */
    private void requireUnchanged(Pending pending) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        try (SeekableByteChannel content = content(pending).open()) {
            while (content.read(buffer) >= 0) {
                buffer.clear();
            }
        }
    }

    private void reject(Pending pending, Problem why, Optional<String> signature) {
        reception.reject(pending, why, signature);
        Discarding.quietly(blobs, pending.blob().id());
    }

    private void postpone(Pending pending, String why) {
        Duration delay = new RetryDelay(settings.intake().retryCap()).after(pending.attempts(), random);
        waiting.postponed(pending, Instant.now().plus(delay), why);
    }

    private Category category(Pending pending) {
        return categories
                .named(pending.category())
                .orElseThrow(
                        () -> new IllegalStateException("category " + pending.category() + " is no longer configured"));
    }
}

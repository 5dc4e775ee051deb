package org.sluis.intake.checks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;
import org.sluis.blob.ContentDamaged;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.documents.DamageAlarm;
import org.sluis.documents.Reception.Pending;
import org.sluis.inspection.Category;
import org.sluis.inspection.Content;
import org.sluis.inspection.Inspection;
import org.sluis.inspection.Inspector;
import org.sluis.inspection.parsing.Lift;

/** Has stored bytes read back and inspected, so that what is checked is what will be handed out. */
@ApplicationScoped
public class StoredFiles {

    private static final int BUFFER_BYTES = 64 * 1024;

    @Inject
    EncryptedBlobs blobs;

    @Inject
    Inspector inspector;

    @Inject
    DamageAlarm alarm;

    /**
     * @param category what the file may be
     * @param lifts rules that are overlooked at one place in it
     * @throws IOException where the bytes cannot be read or no parser can be had: no verdict
     */
    Inspection inspect(Pending file, Category category, List<Lift> lifts) throws IOException {
        return inspector.inspect(content(file), file.blob().size(), file.fileName(), category, lifts);
    }

    /** @throws IOException unless every byte is still what was stored */
    void requireUnchanged(Pending file) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES);
        try (SeekableByteChannel content = content(file).open()) {
            while (content.read(buffer) >= 0) {
                buffer.clear();
            }
        }
    }

    /**
     * Calls the operator where an inspection failed because the bytes are changed or gone.
     *
     * @return whether they are
     */
    boolean areDamaged(Pending file, Throwable fault) {
        Optional<IOException> damage = damage(fault);
        damage.ifPresent(found -> alarm.raised(file.blob(), found));
        return damage.isPresent();
    }

    private static Optional<IOException> damage(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof ContentDamaged || cause instanceof NoSuchFileException) {
                return Optional.of((IOException) cause);
            }
        }
        return Optional.empty();
    }

    private Content content(Pending file) {
        return () -> blobs.open(file.blob().id(), file.blob().wrappedKey().bytes());
    }
}

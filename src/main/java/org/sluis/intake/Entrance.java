package org.sluis.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.documents.Reception.Pending;
import org.sluis.intake.storage.Sweeper;

/**
 * Enters stored bytes as a version. What was refused before the commit leaves nothing. Where the commit fails, nobody here
 * knows whether a row has the bytes: the database may have done it and its answer been lost, or do it later. Then they are
 * left to the {@link Sweeper}, which asks the rows. So they are where the caller's own transaction, which has more to do, ends
 * without a commit after this.
 */
@ApplicationScoped
public class Entrance {

    @Inject
    EncryptedBlobs blobs;

    @Inject
    EntranceTransaction transaction;

    Pending entered(UUID blob, Supplier<Pending> entering) {
        AtomicBoolean committing = new AtomicBoolean();
        try {
            return transaction.run(entering, () -> committing.set(true));
        } catch (RuntimeException notEntered) {
            if (!committing.get()) {
                Discarding.quietly(blobs, blob);
            }
            throw notEntered;
        }
    }
}

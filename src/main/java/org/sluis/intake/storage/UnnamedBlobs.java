package org.sluis.intake.storage;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.sluis.blob.BlobStore.Kept;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.intake.Discarding;

/**
 * Finds and removes bytes that no version can read. Their node died after the bytes were stored and before the row was
 * committed, so nobody was told that they arrived; or after their key was destroyed and before they were removed. A crash
 * leaves a handful. Where there are many, or where the database names none of the blobs at all, it is the database that is
 * wrong (an older copy, another portal's), and nothing is touched.
 */
final class UnnamedBlobs {

    static final int MOST = 200;
    private static final int PAGE = 500;
    private static final Logger LOG = System.getLogger(UnnamedBlobs.class.getName());

    private final EncryptedBlobs blobs;
    private final Function<Collection<UUID>, Set<UUID>> names;

    /** @param names which of these blobs belong to a version */
    UnnamedBlobs(EncryptedBlobs blobs, Function<Collection<UUID>, Set<UUID>> names) {
        this.blobs = blobs;
        this.names = names;
    }

    /**
     * Removes what was stored before {@code before} and belongs to nothing.
     *
     * @return how many there were
     */
    int remove(Instant before) throws IOException {
        List<UUID> unnamed = new ArrayList<>();
        boolean someNamed = false;
        List<Kept> page = blobs.list(Optional.empty(), PAGE);
        while (!page.isEmpty() && unnamed.size() <= MOST) {
            Set<UUID> named = names.apply(page.stream().map(Kept::id).toList());
            someNamed |= !named.isEmpty();
            page.stream()
                    .filter(kept -> kept.since().isBefore(before) && !named.contains(kept.id()))
                    .forEach(kept -> unnamed.add(kept.id()));
            page = blobs.list(Optional.of(page.get(page.size() - 1).id()), PAGE);
        }
        if (unnamed.isEmpty()) {
            return 0;
        }
        if (!someNamed || unnamed.size() > MOST) {
            LOG.log(
                    Level.ERROR,
                    "{0} stored blobs or more are named by no version. Nothing was removed: is this the right database?",
                    unnamed.size());
            return 0;
        }
        unnamed.forEach(blob -> Discarding.quietly(blobs, blob));
        return unnamed.size();
    }
}

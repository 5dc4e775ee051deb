package org.sluis.intake.checks;

import java.util.OptionalLong;
import java.util.UUID;
import org.sluis.blob.StoredBlob;
import org.sluis.blob.StoredBlob.WrappedKey;
import org.sluis.documents.Reception.Pending;
import org.sluis.kernel.Sha256;

/** Files that were received and wait for their check, one unlike the other. */
final class SomePending {

    private SomePending() {}

    static Pending file() {
        StoredBlob blob = new StoredBlob(
                UUID.randomUUID(), 0, Sha256.of(Sha256.newDigest()), OptionalLong.empty(), new WrappedKey(new byte[0]));
        return new Pending(UUID.randomUUID(), UUID.randomUUID(), 1, "certificate", "a.pdf", blob, 1, 0);
    }
}

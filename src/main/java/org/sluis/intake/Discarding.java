package org.sluis.intake;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import org.sluis.blob.EncryptedBlobs;

/** Removes bytes nobody will ever need. Failing to is no harm to the person: without their key they are noise. */
public final class Discarding {

    private static final Logger LOG = System.getLogger(Discarding.class.getName());

    private Discarding() {}

    public static void quietly(EncryptedBlobs blobs, UUID blob) {
        try {
            blobs.delete(blob);
        } catch (IOException stays) {
            LOG.log(Level.WARNING, "Blob " + blob + " could not be removed", stays);
        }
    }
}

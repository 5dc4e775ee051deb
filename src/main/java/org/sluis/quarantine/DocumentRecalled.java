package org.sluis.quarantine;

import java.util.List;
import java.util.UUID;

/**
 * A version that had passed the gate was convicted, and its content is gone for everybody. Told in the transaction that
 * withdraws it.
 *
 * @param recipients the persons who had downloaded the version by then
 */
public record DocumentRecalled(UUID documentId, int version, String signature, List<UUID> recipients) {

    public DocumentRecalled {
        recipients = List.copyOf(recipients);
    }
}

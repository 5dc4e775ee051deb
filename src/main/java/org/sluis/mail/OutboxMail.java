package org.sluis.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A mail that is to be sent.
 *
 * @param documentId what it is about: of the kinds about accounts, the person or the organisation
 * @param actorId whose act it tells of, where that was a person's
 * @param dueAt when it was to be sent first
 * @param attempts how many there were, the one under way included
 * @param claim under which number it was taken up; who comes later has a higher one
 * @param address where it goes instead of the recipient's own: the one an account had before it was changed
 */
record OutboxMail(
        UUID id,
        UUID recipientId,
        MailKind kind,
        UUID documentId,
        Optional<UUID> actorId,
        Instant writtenAt,
        Instant dueAt,
        int attempts,
        long claim,
        Optional<String> address) {

    /** Whether the recipient gets it also without an account that is active. */
    boolean reachesTheShutOut() {
        return address.isPresent() || kind.reachesTheShutOut();
    }
}

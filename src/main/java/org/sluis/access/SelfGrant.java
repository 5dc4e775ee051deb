package org.sluis.access;

import java.util.UUID;

/**
 * An administrator gave a right to a principal they themselves belong to. Told in the transaction of the grant; the
 * uploader and the data protection officer are to hear of it.
 */
public record SelfGrant(
        UUID administratorId, UUID documentId, UUID uploaderId, UUID grantId, Right right, String purpose) {}

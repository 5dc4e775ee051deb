package org.sluis.accounts;

import java.util.UUID;

/**
 * An organisation has invited somebody who has an account already; only they are told. Told in the transaction of the outcome.
 *
 * @param ownerId who has the account
 * @param address the one that was invited
 */
public record InvitedElsewhere(UUID ownerId, UUID organisationId, UUID invitedBy, String address) {}

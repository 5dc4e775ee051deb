package org.sluis.accounts;

import java.util.UUID;

/** An administrator has proposed a change of an employee's account and waits for another. Told in the same transaction. */
public record AccountChangeProposed(UUID personId, UUID administratorId) {}

package org.sluis.accounts;

import java.util.Optional;
import java.util.UUID;

/**
 * Power over an employee's account has changed hands, or an address has changed. Told in the transaction of the outcome.
 *
 * @param overEmployee whether it is an employee's account, or has become one
 * @param orderedBy who ordered or proposed it
 * @param formerAddress where the person was reached before; none where there was no account
 */
public record AccountChanged(UUID personId, boolean overEmployee, UUID orderedBy, Optional<String> formerAddress) {}

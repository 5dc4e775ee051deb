package org.sluis.accounts;

import java.util.Optional;
import java.util.UUID;

/**
 * Power over an account has changed hands, an address has changed, or an employee was shut out or let in again. Told in the transaction of the outcome.
 *
 * @param overEmployee whether it is an employee's account, or has become one
 * @param orderedBy who ordered or proposed it
 * @param formerAddress where the person was reached before; none where there was no account
 */
public record AccountChanged(UUID personId, boolean overEmployee, UUID orderedBy, Optional<String> formerAddress) {}

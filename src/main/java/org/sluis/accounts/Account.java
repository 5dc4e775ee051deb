package org.sluis.accounts;

import java.util.Optional;
import org.sluis.people.AccountLabels;

/**
 * An account as the realm holds it.
 *
 * @param subject what identifies it in the realm, for ever
 * @param organisation the key of the organisation it belongs to
 */
record Account(String subject, String username, AccountLabels labels, boolean enabled, Optional<String> organisation) {}

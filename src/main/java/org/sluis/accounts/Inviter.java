package org.sluis.accounts;

import java.util.Optional;

/**
 * In whose name the mail of an invitation is written, so that whoever gets it knows why.
 *
 * @param organisation of a member; none for employees, who work for the body that runs the portal
 */
record Inviter(String name, Optional<String> organisation) {}

package org.sluis.platform.security;

import java.util.Optional;
import org.sluis.kernel.Caller;

/** Finds the portal's person for an identity, and makes it known at its first sign-in. */
public interface CallerDirectory {

    /**
     * The person; nobody where the portal has shut out the account.
     *
     * @param address the network address of the request
     */
    Optional<Caller> callerOf(Identity identity, Optional<String> address);

    /** Notes that the person has signed in with a browser; nothing where the portal has shut out the account. */
    void signedIn(Identity identity, Optional<String> address);
}

package org.sluis.platform.rest;

import java.util.Map;
import java.util.UUID;
import org.sluis.kernel.Caller;
import org.sluis.kernel.ProblemException;

/** Finds those whom somebody has in mind who oversees the portal. */
public interface KnownPersons {

    /**
     * The names of those who fit, by identifier.
     *
     * @param words an identifier, an address or, for administrators, a part of either name or address
     * @throws ProblemException {@code role-missing}; {@code invalid-member} for words no search can be about
     */
    Map<UUID, String> meant(Caller overseer, String words);
}

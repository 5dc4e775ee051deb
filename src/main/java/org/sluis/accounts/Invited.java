package org.sluis.accounts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What an invitation came to.
 *
 * @param person the new person's identifier
 * @param proposal where it waits for a second administrator, and the person is not there yet
 */
record Invited(UUID person, Optional<UUID> proposal) {

    /** The same as it is kept of a request that may come again. */
    List<UUID> ids() {
        return Stream.concat(Stream.of(person), proposal.stream()).toList();
    }

    /** @param ids as {@link #ids} gives them */
    static Invited of(List<UUID> ids) {
        return new Invited(ids.get(0), ids.stream().skip(1).findFirst());
    }
}

package org.sluis.access;

import java.util.Map;
import java.util.UUID;

/**
 * Rights that had been replaced were given again, since what replaced them was undone. Told in the transaction of the undoing.
 *
 * @param grants the new grants, by those that they take the place of
 */
public record AccessRestored(Map<UUID, UUID> grants) {

    public AccessRestored {
        grants = Map.copyOf(grants);
    }
}

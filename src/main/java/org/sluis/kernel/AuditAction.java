package org.sluis.kernel;

import java.util.Locale;

/**
 * What can be done to a resource, as the trail calls it (ASVS 16.2). Each room declares its own in an enum, so that the
 * constants together are the list of everything a trail can hold.
 */
public interface AuditAction {

    /** The constant's name in Java. */
    String name();

    /** What an entry of this action says beyond actor and resource. */
    Class<? extends Facts> facts();

    /** Its name in the trail and in the metrics, for ever: entries that were written are not rewritten. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

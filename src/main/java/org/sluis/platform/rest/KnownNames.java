package org.sluis.platform.rest;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.sluis.kernel.Caller;

/** How things are called that the trail knows by identifier alone; told by each room that has some with names. */
public interface KnownNames {

    /** The names of those of these that the room knows and the reader may know by name. */
    Map<UUID, String> of(Caller reader, Collection<UUID> ids);
}

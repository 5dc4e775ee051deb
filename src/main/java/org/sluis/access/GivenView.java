package org.sluis.access;

import static org.sluis.platform.rest.Audience.ADMIN;

import java.util.List;
import java.util.UUID;
import org.sluis.platform.rest.VisibleTo;

/** A grant that was just given, named for whoever gave it. */
record GivenView(@VisibleTo(ADMIN) UUID id) {

    /** Several of them, document by document. */
    record Batch(@VisibleTo(ADMIN) List<UUID> ids) {}
}

package org.sluis.access;

import static org.sluis.platform.rest.Audience.ADMIN;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sluis.platform.rest.VisibleTo;

/** A grant that was just given, named for whoever gave it. */
@Schema(name = "Given")
record GivenView(@VisibleTo(ADMIN) UUID id) {

    /** Several of them, document by document. */
    record Batch(@VisibleTo(ADMIN) List<UUID> ids) {}
}

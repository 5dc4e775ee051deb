package org.sluis.people;

import static org.sluis.platform.rest.Audience.ADMIN;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sluis.platform.rest.VisibleTo;

/**
 * A team as its administration shows it (promise B4).
 *
 * @param members how many employees are in it now
 */
@Schema(name = "Team")
record TeamView(
        @VisibleTo(ADMIN) UUID id,
        @VisibleTo(ADMIN) String name,
        @VisibleTo(ADMIN) long members) {

    /** How the description of the API names a page of them. */
    @Schema(name = "TeamPage")
    record Page(List<TeamView> items, Optional<String> nextCursor) {}
}

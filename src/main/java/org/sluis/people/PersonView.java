package org.sluis.people;

import static org.sluis.platform.rest.Audience.ADMIN;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sluis.platform.rest.VisibleTo;

/**
 * A person as the search for people shows one (promise B4).
 *
 * @param roles as they were last seen
 * @param invited whether an organisation has invited them and waits for them to sign in
 * @param lastSignIn when they last signed in with a browser, to the hour, where that is known
 */
@Schema(name = "Person")
public record PersonView(
        @VisibleTo(ADMIN) UUID id,
        @VisibleTo(ADMIN) String name,
        @VisibleTo(ADMIN) Optional<String> email,
        @VisibleTo(ADMIN) Optional<String> organisation,
        @VisibleTo(ADMIN) boolean employee,
        @VisibleTo(ADMIN) List<String> roles,
        @VisibleTo(ADMIN) boolean active,
        @VisibleTo(ADMIN) boolean invited,
        @VisibleTo(ADMIN) Optional<Instant> lastSignIn) {

    /** How the description of the API names a page of them. */
    @Schema(name = "PersonPage")
    public record Page(List<PersonView> items, Optional<String> nextCursor) {}
}

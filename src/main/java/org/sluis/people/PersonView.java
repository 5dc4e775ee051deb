package org.sluis.people;

import static org.sluis.platform.rest.Audience.ADMIN;

import java.util.Optional;
import java.util.UUID;
import org.sluis.platform.rest.VisibleTo;

/** A person as the search for people shows one (promise B4). */
record PersonView(
        @VisibleTo(ADMIN) UUID id,
        @VisibleTo(ADMIN) String name,
        @VisibleTo(ADMIN) Optional<String> email,
        @VisibleTo(ADMIN) Optional<String> organisation,
        @VisibleTo(ADMIN) boolean employee,
        @VisibleTo(ADMIN) boolean active) {}

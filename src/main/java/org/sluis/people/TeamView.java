package org.sluis.people;

import static org.sluis.platform.rest.Audience.ADMIN;

import java.util.UUID;
import org.sluis.platform.rest.VisibleTo;

/**
 * A team as its administration shows it (promise B4).
 *
 * @param members how many employees are in it now
 */
record TeamView(
        @VisibleTo(ADMIN) UUID id,
        @VisibleTo(ADMIN) String name,
        @VisibleTo(ADMIN) long members) {}

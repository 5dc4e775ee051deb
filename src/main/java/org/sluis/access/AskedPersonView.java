package org.sluis.access;

import static org.sluis.platform.rest.Audience.ADMIN;
import static org.sluis.platform.rest.Audience.DPO;

import java.util.Optional;
import java.util.UUID;
import org.sluis.people.PersonSummary;
import org.sluis.platform.rest.VisibleTo;

/** One of those somebody may have meant who asked about a person. */
record AskedPersonView(
        @VisibleTo({ADMIN, DPO}) UUID id,
        @VisibleTo({ADMIN, DPO}) String name,
        @VisibleTo({ADMIN, DPO}) Optional<String> email,
        @VisibleTo({ADMIN, DPO}) Optional<String> organisation) {

    static AskedPersonView of(PersonSummary person) {
        return new AskedPersonView(person.id(), person.name(), person.email(), person.organisation());
    }
}

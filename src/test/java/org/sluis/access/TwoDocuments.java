package org.sluis.access;

import java.util.Optional;
import java.util.UUID;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Role;

/** Two documents of a sender; a reader was granted one, the other is foreign to them. */
record TwoDocuments(Caller administrator, Caller sender, Caller reader, UUID granted, UUID foreign) {

    static TwoDocuments sent(Exchange exchange) {
        Caller administrator = exchange.person(Optional.empty(), Role.ADMIN);
        Caller sender = exchange.person(Optional.of("Plant"), Role.CLIENT);
        Caller reader = exchange.person(Optional.empty(), Role.INSPECTOR);
        UUID granted = exchange.released(sender, "granted");
        UUID foreign = exchange.released(sender, "foreign");
        exchange.grant(administrator, granted, reader.personId(), Right.DOWNLOAD);
        return new TwoDocuments(administrator, sender, reader, granted, foreign);
    }
}

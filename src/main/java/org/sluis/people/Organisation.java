package org.sluis.people;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.UUID;
import org.sluis.kernel.Ids;

/** A client of the certification body. */
@Entity
class Organisation {

    @Id
    private UUID id;

    private String name;

    @SuppressWarnings("NullAway.Init")
    protected Organisation() {}

    Organisation(String name) {
        this.id = Ids.next();
        this.name = name;
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }
}

package org.sluis.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** When a person last signed in with a browser, to the hour; {@link Registration} writes it. */
@Entity
@Table(name = "last_sign_in")
class LastSignIn {

    @Id
    @Column(name = "person_id")
    private UUID personId;

    private Instant at;

    @SuppressWarnings("NullAway.Init")
    protected LastSignIn() {}

    UUID personId() {
        return personId;
    }

    Instant at() {
        return at;
    }
}

package org.sluis.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.ResourceRef;

/** One line of the trail. Written once; the application's database role cannot change or remove it. */
@Entity
@SuppressWarnings("UnusedVariable") // written here, read in the database
@Table(name = "audit_entry")
class AuditEntry {

    /** Whether the act was done or refused. */
    enum Outcome {
        ALLOWED,
        DENIED
    }

    @Id
    private UUID id;

    private Instant at;

    @Column(name = "actor_id")
    private @Nullable UUID actorId;

    private String act;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    @Column(name = "resource_type")
    private String resourceType;

    @Column(name = "resource_id")
    private @Nullable UUID resourceId;

    private String facts;

    private @Nullable String address;

    @SuppressWarnings("NullAway.Init")
    protected AuditEntry() {}

    AuditEntry(Optional<Caller> actor, String act, Outcome outcome, ResourceRef resource, String facts) {
        this.id = Ids.next();
        this.at = Instant.now();
        this.actorId = actor.map(Caller::personId).orElse(null);
        this.act = act;
        this.outcome = outcome;
        this.resourceType = resource.type();
        this.resourceId = resource.id().orElse(null);
        this.facts = facts;
        this.address = actor.flatMap(Caller::address).orElse(null);
    }
}

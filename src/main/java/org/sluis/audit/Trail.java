package org.sluis.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.sluis.kernel.AuditAction;
import org.sluis.kernel.AuditEvent;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Facts;
import org.sluis.kernel.ResourceRef;
import org.sluis.platform.health.Meters;
import org.sluis.platform.persistence.AfterTransaction;

/**
 * Appends to the trail (ASVS 16.2, 16.3), the one way for every room. What was done is written in the transaction that does
 * it, so neither exists without the other: outside one nothing can be written. A refusal is written once the transaction that
 * found out has ended, whatever became of it.
 */
@ApplicationScoped
public class Trail {

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    AfterTransaction afterwards;

    @Inject
    RefusedActs refusals;

    @Inject
    Meters meters;

    /**
     * What an act was about.
     *
     * @param facts of the type that the action declares
     */
    public record Subject(ResourceRef resource, Facts facts) {}

    /** Records an act of {@code caller} in the running transaction. */
    public void done(Caller caller, AuditAction action, ResourceRef resource, Facts facts) {
        write(AuditEvent.done(caller, action, resource, facts));
    }

    /** Records an act of {@code caller} on several things, an entry for each, in one statement of the running transaction. */
    public void done(Caller caller, AuditAction action, List<Subject> subjects) {
        AuditEntry.append(
                entities,
                subjects.stream()
                        .map(subject -> AuditEvent.done(caller, action, subject.resource(), subject.facts()))
                        .map(AuditEntry::new)
                        .toList());
    }

    /** Records an act of the portal itself in the running transaction. */
    public void done(AuditAction action, ResourceRef resource, Facts facts) {
        write(AuditEvent.done(action, resource, facts));
    }

    /** Records that {@code caller} was refused, whatever becomes of the transaction that found out. */
    public void denied(Caller caller, AuditAction action, ResourceRef resource) {
        write(AuditEvent.refused(caller, action, resource));
    }

    /** Records what this room and those beside or below it tell. */
    void write(@Observes AuditEvent event) {
        switch (event.outcome()) {
            case ALLOWED -> new AuditEntry(event).append(entities);
            case DENIED -> refused(event, event.actor().orElseThrow());
        }
    }

    private void refused(AuditEvent event, Caller caller) {
        AuditEntry refusal = new AuditEntry(event);
        afterwards.run(() -> refusals.append(caller, refusal));
        meters.denied(event.action().code());
    }
}

package org.sluis.audit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Deed;
import org.sluis.kernel.ResourceRef;
import org.sluis.platform.health.Meters;
import org.sluis.platform.persistence.AfterTransaction;

/**
 * Appends to the trail (ASVS 16.2, 16.3). What was done is written in the transaction that does it, so neither exists
 * without the other: outside one nothing can be written. A refusal is written once the transaction that found out has
 * ended, whatever became of it.
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

    /** Records an act of {@code caller} in the running transaction. */
    public void done(Caller caller, Act act, ResourceRef resource, Map<String, ?> facts) {
        write(Optional.of(caller), act.title(), resource, facts);
    }

    /**
     * What an act was about.
     *
     * @param facts as in {@link #done(Caller, Act, ResourceRef, Map)}
     */
    public record Subject(ResourceRef resource, Map<String, ?> facts) {}

    /** Records an act of {@code caller} on several things, an entry for each, in one statement of the running transaction. */
    public void done(Caller caller, Act act, List<Subject> subjects) {
        AuditEntry.append(
                entities,
                subjects.stream()
                        .map(subject -> new AuditEntry(
                                Optional.of(caller),
                                act.title(),
                                AuditEntry.Outcome.ALLOWED,
                                subject.resource(),
                                written(subject.facts())))
                        .toList());
    }

    /** Records an act of the portal itself in the running transaction. */
    public void done(Act act, ResourceRef resource, Map<String, ?> facts) {
        write(Optional.empty(), act.title(), resource, facts);
    }

    /** Records that {@code caller} was refused, whatever becomes of the transaction that found out. */
    public void denied(Caller caller, Act act, ResourceRef resource) {
        denied(new Deed(caller, act.title(), false, resource, Map.of()));
    }

    /** Records what rooms beside or below this one tell as an event, while they tell it. */
    public void done(Deed deed) {
        write(Optional.of(deed.by()), deed.act(), deed.on(), deed.facts());
    }

    /** The same for a refusal. */
    public void denied(Deed deed) {
        AuditEntry refusal =
                entry(Optional.of(deed.by()), deed.act(), AuditEntry.Outcome.DENIED, deed.on(), deed.facts());
        afterwards.run(() -> refusals.append(refusal));
        meters.denied(deed.act());
    }

    private void write(Optional<Caller> actor, String act, ResourceRef resource, Map<String, ?> facts) {
        entry(actor, act, AuditEntry.Outcome.ALLOWED, resource, facts).append(entities);
    }

    private static AuditEntry entry(
            Optional<Caller> actor,
            String act,
            AuditEntry.Outcome outcome,
            ResourceRef resource,
            Map<String, ?> facts) {
        return new AuditEntry(actor, act, outcome, resource, written(facts));
    }

    /** One fact a line, names sorted; line breaks inside a fact are escaped so that no fact can pose as another. */
    private static String written(Map<String, ?> facts) {
        return new TreeMap<>(facts)
                .entrySet().stream()
                        .map(fact -> fact.getKey() + "="
                                + fact.getValue()
                                        .toString()
                                        .replace("\\", "\\\\")
                                        .replace("\n", "\\n")
                                        .replace("\r", "\\r"))
                        .collect(Collectors.joining("\n"));
    }
}

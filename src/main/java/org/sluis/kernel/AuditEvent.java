package org.sluis.kernel;

import java.util.Optional;

/**
 * Something that belongs in the trail. Rooms that lie below the trail or beside it tell it as an event. It is written in the
 * running transaction where it was done, and once that has ended where it was refused.
 *
 * @param actor who did it, or was refused; none where the portal did it by itself
 * @param facts of the type that the action declares; a refusal may have none
 */
public record AuditEvent(
        AuditAction action, Outcome outcome, Optional<Caller> actor, ResourceRef resource, Facts facts) {

    /** Whether it was done or refused. */
    public enum Outcome {
        ALLOWED,
        DENIED
    }

    public AuditEvent {
        boolean declared = action.facts().isInstance(facts) || (outcome == Outcome.DENIED && facts.equals(Facts.NONE));
        if (!declared) {
            throw new IllegalArgumentException(action.code() + " has other facts than " + facts.getClass());
        }
    }

    /** What {@code caller} did. */
    public static AuditEvent done(Caller caller, AuditAction action, ResourceRef resource, Facts facts) {
        return new AuditEvent(action, Outcome.ALLOWED, Optional.of(caller), resource, facts);
    }

    /** What the portal itself did. */
    public static AuditEvent done(AuditAction action, ResourceRef resource, Facts facts) {
        return new AuditEvent(action, Outcome.ALLOWED, Optional.empty(), resource, facts);
    }

    /** What {@code caller} was refused. */
    public static AuditEvent refused(Caller caller, AuditAction action, ResourceRef resource) {
        return refused(caller, action, resource, Facts.NONE);
    }

    /** The same, with what was asked for. */
    public static AuditEvent refused(Caller caller, AuditAction action, ResourceRef resource, Facts facts) {
        return new AuditEvent(action, Outcome.DENIED, Optional.of(caller), resource, facts);
    }
}

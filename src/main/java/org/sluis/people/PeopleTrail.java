package org.sluis.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.sluis.kernel.AuditAction;
import org.sluis.kernel.AuditEvent;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Facts;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.Role;

/** Tells the trail, which this room does not know, what is done to people and organisations; and who may do it. */
@ApplicationScoped
public class PeopleTrail {

    @Inject
    Event<AuditEvent> events;

    /** @throws ProblemException {@code role-missing} unless {@code caller} is an administrator */
    public void require(Caller caller, AuditAction action, ResourceRef on) {
        require(caller.is(Role.ADMIN), caller, action, on);
    }

    /** The same for what the data protection officer may read as well. */
    public void requireOverseer(Caller caller, AuditAction action, ResourceRef on) {
        require(caller.is(Role.ADMIN) || caller.is(Role.DPO), caller, action, on);
    }

    public void done(Caller caller, AuditAction action, ResourceRef on, Facts facts) {
        events.fire(AuditEvent.done(caller, action, on, facts));
    }

    /** What the portal has carried out by itself. */
    public void done(AuditAction action, ResourceRef on, Facts facts) {
        events.fire(AuditEvent.done(action, on, facts));
    }

    public void refused(Caller caller, AuditAction action, ResourceRef on) {
        events.fire(AuditEvent.refused(caller, action, on));
    }

    private void require(boolean allowed, Caller caller, AuditAction action, ResourceRef on) {
        if (!allowed) {
            refused(caller, action, on);
            throw new ProblemException(Problem.ROLE_MISSING);
        }
    }
}

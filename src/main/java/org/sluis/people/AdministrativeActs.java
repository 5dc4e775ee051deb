package org.sluis.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Deed;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.Role;

/** What is done to people and organisations, told to the trail; and who may do it. No fact is a name or an address. */
@ApplicationScoped
class AdministrativeActs {

    @Inject
    Event<Deed> deeds;

    /** @throws ProblemException {@code role-missing} unless {@code caller} is an administrator */
    public void require(Caller caller, String act, ResourceRef on) {
        require(caller.is(Role.ADMIN), caller, act, on);
    }

    /** The same for what the data-protection coordinator may read as well. */
    public void requireOverseer(Caller caller, String act, ResourceRef on) {
        require(caller.is(Role.ADMIN) || caller.is(Role.DPO), caller, act, on);
    }

    public void done(Caller caller, String act, ResourceRef on, Map<String, String> facts) {
        deeds.fire(new Deed(caller, act, true, on, facts));
    }

    public void refused(Caller caller, String act, ResourceRef on) {
        deeds.fire(new Deed(caller, act, false, on, Map.of()));
    }

    static ResourceRef person(UUID id) {
        return new ResourceRef("person", Optional.of(id));
    }

    static ResourceRef organisation(UUID id) {
        return new ResourceRef("organisation", Optional.of(id));
    }

    static ResourceRef team(UUID id) {
        return new ResourceRef("team", Optional.of(id));
    }

    private void require(boolean allowed, Caller caller, String act, ResourceRef on) {
        if (!allowed) {
            refused(caller, act, on);
            throw new ProblemException(Problem.ROLE_MISSING);
        }
    }
}

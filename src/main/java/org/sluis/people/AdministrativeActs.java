package org.sluis.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Deed;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.Role;

/** What is done to people and organisations, told to the trail; and who may do it. No fact is a name or an address. */
@ApplicationScoped
class AdministrativeActs {

    private static final Set<ChangeKind> MEMBERSHIPS = Set.of(ChangeKind.JOINED, ChangeKind.LEFT);

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

    /** The change itself, where it belongs: a membership to the organisation, all else to the person. */
    public void done(Caller caller, AccountChange change) {
        Map<String, String> facts = facts(change);
        if (MEMBERSHIPS.contains(change.kind())) {
            facts.put("person", change.personId().toString());
            done(
                    caller,
                    change.kind().act(),
                    organisation(change.wanted().organisation().orElseThrow()),
                    facts);
        } else {
            done(caller, change.kind().act(), person(change.personId()), facts);
        }
    }

    public void refused(Caller caller, String act, ResourceRef on) {
        deeds.fire(new Deed(caller, act, false, on, Map.of()));
    }

    /** What a change of an account is, and by whom it was proposed. */
    static Map<String, String> facts(AccountChange change) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("change", change.id().toString());
        facts.put("kind", change.kind().name());
        facts.put("roles", claims(change.wanted().roles()));
        facts.put(
                "organisation",
                change.wanted().organisation().map(UUID::toString).orElse(""));
        facts.put("proposedBy", change.proposer().map(UUID::toString).orElse(""));
        facts.values().removeIf(String::isEmpty);
        return facts;
    }

    private static String claims(Set<Role> roles) {
        return roles.stream().map(Role::claim).sorted().collect(Collectors.joining(","));
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

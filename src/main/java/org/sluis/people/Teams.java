package org.sluis.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Deed;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.Role;

/** Groups of employees that grants can be given to. Who was in one, and when, is never forgotten. */
@ApplicationScoped
public class Teams {

    private static final int MAX_NAME = 100;

    private static final String FOUND = """
            insert into team (id, name) values (cast(?1 as uuid), ?2) on conflict (name) do nothing
            """;

    private static final String JOIN = """
            insert into membership (person_id, principal_id, kind, since)
            select p.id, t.id, 'TEAM', clock_timestamp()
            from person p, team t
            where p.id = cast(?2 as uuid) and p.employee and t.id = cast(?1 as uuid)
            on conflict (person_id, principal_id) where until is null do nothing
            """;

    private static final String LEAVE = """
            update membership set until = clock_timestamp()
            where principal_id = cast(?1 as uuid) and person_id = cast(?2 as uuid) and kind = 'TEAM' and until is null
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Event<Deed> deeds;

    /** @throws ProblemException {@code invalid-member} for an empty or long name, {@code conflict} for one in use */
    @Transactional
    public UUID found(Caller administrator, String name) {
        UUID team = Ids.next();
        require(administrator, team, "team-founded");
        if (name.isBlank() || name.length() > MAX_NAME) {
            throw ProblemException.invalid("name", "length");
        }
        if (change(FOUND, team.toString(), name.strip()) == 0) {
            throw new ProblemException(Problem.CONFLICT);
        }
        tell(administrator, "team-founded", true, team, Map.of("name", name.strip()));
        return team;
    }

    /** @throws ProblemException {@code invalid-member} unless this is a team and an employee not yet in it */
    @Transactional
    public void join(Caller administrator, UUID team, UUID person) {
        require(administrator, team, "team-joined");
        if (change(JOIN, team.toString(), person.toString()) == 0) {
            throw ProblemException.invalid("person", "unknown");
        }
        tell(administrator, "team-joined", true, team, Map.of("person", person.toString()));
    }

    /** @throws ProblemException {@code not-found} unless the person is in the team */
    @Transactional
    public void leave(Caller administrator, UUID team, UUID person) {
        require(administrator, team, "team-left");
        if (change(LEAVE, team.toString(), person.toString()) == 0) {
            throw ProblemException.notFound();
        }
        tell(administrator, "team-left", true, team, Map.of("person", person.toString()));
    }

    private void require(Caller caller, UUID team, String act) {
        if (!caller.is(Role.ADMIN)) {
            tell(caller, act, false, team, Map.of());
            throw new ProblemException(Problem.ROLE_MISSING);
        }
    }

    private int change(String statement, String first, String second) {
        return entities.createNativeQuery(statement)
                .setParameter(1, first)
                .setParameter(2, second)
                .executeUpdate();
    }

    private void tell(Caller by, String act, boolean allowed, UUID team, Map<String, String> facts) {
        deeds.fire(new Deed(by, act, allowed, new ResourceRef("team", Optional.of(team)), facts));
    }
}

package org.sluis.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.sluis.audit.Act;
import org.sluis.audit.Trail;
import org.sluis.kernel.Caller;
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
    Trail trail;

    /** @throws ProblemException {@code invalid-member} for an empty or long name, {@code conflict} for one in use */
    @Transactional
    public UUID found(Caller administrator, String name) {
        UUID team = Ids.next();
        require(administrator, team, Act.TEAM_FOUNDED);
        if (name.isBlank() || name.length() > MAX_NAME) {
            throw ProblemException.invalid("name", "length");
        }
        if (change(FOUND, team.toString(), name.strip()) == 0) {
            throw new ProblemException(Problem.CONFLICT);
        }
        trail.done(administrator, Act.TEAM_FOUNDED, team(team), Map.of("name", name.strip()));
        return team;
    }

    /** @throws ProblemException {@code invalid-member} unless this is a team and an employee not yet in it */
    @Transactional
    public void join(Caller administrator, UUID team, UUID person) {
        require(administrator, team, Act.TEAM_JOINED);
        if (change(JOIN, team.toString(), person.toString()) == 0) {
            throw ProblemException.invalid("person", "unknown");
        }
        trail.done(administrator, Act.TEAM_JOINED, team(team), Map.of("person", person));
    }

    /** @throws ProblemException {@code not-found} unless the person is in the team */
    @Transactional
    public void leave(Caller administrator, UUID team, UUID person) {
        require(administrator, team, Act.TEAM_LEFT);
        if (change(LEAVE, team.toString(), person.toString()) == 0) {
            throw ProblemException.notFound();
        }
        trail.done(administrator, Act.TEAM_LEFT, team(team), Map.of("person", person));
    }

    private void require(Caller caller, UUID team, Act act) {
        if (!caller.is(Role.ADMIN)) {
            trail.denied(caller, act, team(team));
            throw new ProblemException(Problem.ROLE_MISSING);
        }
    }

    private int change(String statement, String first, String second) {
        return entities.createNativeQuery(statement)
                .setParameter(1, first)
                .setParameter(2, second)
                .executeUpdate();
    }

    private static ResourceRef team(UUID id) {
        return new ResourceRef("team", id);
    }
}

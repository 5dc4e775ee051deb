package org.sluis.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.stream.Collectors;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Role;
import org.sluis.kernel.SystemCaller;

/**
 * Tells the database in whose name a transaction runs, so that its row-level security repeats the rule of visibility
 * (promise B1). What is told ends with the transaction; a transaction in nobody's name sees nothing.
 */
@ApplicationScoped
public class SecondWall {

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    /** Begins the running transaction in the name of a person; once in a transaction. */
    public void enter(Caller caller) {
        entities.createNativeQuery("select cast(wall_enter(cast(?1 as uuid), ?2) as text)")
                .setParameter(1, caller.personId().toString())
                .setParameter(2, caller.roles().stream().map(Role::name).collect(Collectors.joining(",")))
                .getSingleResult();
    }

    /** Begins the running transaction in the name of a part of the portal; once in a transaction. */
    public void enter(SystemCaller system) {
        entities.createNativeQuery("select cast(wall_enter_as(?1) as text)")
                .setParameter(1, system.title())
                .getSingleResult();
    }
}

package org.sluis.platform.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Role;
import org.sluis.kernel.SystemCaller;

/**
 * Tells the database in whose name a transaction runs, so that its row-level security repeats the rule of visibility
 * (promise B1). What is told ends with the transaction; a transaction in nobody's name sees nothing. It is told on the
 * transaction's bare connection, which the rest of the transaction then keeps: every transaction begins with it.
 */
@ApplicationScoped
public class RowSecurity {

    /** The call that enters the wall in a person's name; its parameters are {@link #name}. */
    static final String ENTER = "wall_enter(cast(? as uuid), ?)";

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    /** Begins the running transaction in the name of a person; once in a transaction. */
    public void enter(Caller caller) {
        tell("select " + ENTER, name(caller));
    }

    /** Begins the running transaction in the name of a part of the portal; once in a transaction. */
    public void enter(SystemCaller system) {
        tell("select wall_enter_as(?)", system.title());
    }

    /** The parameters of {@code wall_enter}. */
    static String[] name(Caller caller) {
        String roles = caller.roles().stream().map(Role::name).collect(Collectors.joining(","));
        return new String[] {caller.personId().toString(), roles};
    }

    private void tell(String entrance, String... name) {
        Connection connection = entities.unwrap(Connection.class);
        if (connection == null) {
            throw new IllegalStateException("the second wall is entered in a transaction");
        }
        try (PreparedStatement entering = connection.prepareStatement(entrance)) {
            for (int i = 0; i < name.length; i++) {
                entering.setString(i + 1, name[i]);
            }
            entering.execute();
        } catch (SQLException refused) {
            throw new PersistenceException("the second wall was not entered", refused);
        }
    }
}

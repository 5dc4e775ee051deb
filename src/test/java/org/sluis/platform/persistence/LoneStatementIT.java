package org.sluis.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import javax.sql.PooledConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGConnectionPoolDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Role;
import org.sluis.stack.BareDatabase;

/** One connection of the application's role, lent again and again. */
class LoneStatementIT {

    /** From the fifth time on PostgreSQL keeps the plan. */
    private static final int OFTEN = 12;

    private static final LoneStatement ENTERING =
            new LoneStatement("select cast(?1 as uuid) as id, cast(?2 as int) as less", """
                , entry as (
                    insert into audit_entry (id, actor_id, act, outcome, resource_type, facts)
                    select id, wall_person(), 'document-viewed', 'ALLOWED', 'document', '{}' from asked
                    returning id)
                select (select count(*) from entry) / (1 - less) from asked
                """);

    private final BareDatabase database = BareDatabase.get();
    private final Caller caller =
            new Caller(Ids.next(), "Client", Set.of(Role.CLIENT, Role.DPO), Optional.empty(), Optional.empty());
    private PooledConnection pool;

    @BeforeEach
    void open() throws SQLException {
        PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
        source.setUrl(database.url());
        source.setUser(database.application().getKey());
        source.setPassword(database.application().getValue());
        pool = source.getPooledConnection();
    }

    @AfterEach
    void close() throws SQLException {
        pool.close();
    }

    @Test
    void speaksInThePersonsNameAndLeavesNothingOfItOnTheConnection() throws SQLException {
        LoneStatement naming = new LoneStatement(
                "select wall_person(), wall_role('DPO'), wall_role('ADMIN'), cast(?2 as text) || cast(?1 as text) || ?2",
                "select * from asked");
        for (int time = 0; time < OFTEN; time++) {
            Row row = naming.rows(lent(true), caller, List.of("b", "a")).get(0);
            assertThat(row.id(0)).contains(caller.personId());
            assertThat(row.flag(1)).isTrue();
            assertThat(row.flag(2)).isFalse();
            assertThat(row.text(3)).contains("aba");
        }
        try (Connection next = pool.getConnection();
                PreparedStatement asking =
                        next.prepareStatement("select wall_person() is null and not wall_role('DPO')");
                ResultSet nobody = asking.executeQuery()) {
            nobody.next();
            assertThat(nobody.getBoolean(1)).isTrue();
        }
    }

    @Test
    void isDoneWhenItReturnsAndUndoneWhenItFails() throws SQLException {
        UUID done = Ids.next();
        ENTERING.rows(lent(true), caller, List.of(done.toString(), "0"));
        assertThat(entries(done)).isOne();
        UUID failed = Ids.next();
        assertThatThrownBy(() -> ENTERING.rows(lent(true), caller, List.of(failed.toString(), "1")))
                .isInstanceOf(PersistenceException.class)
                .hasRootCauseInstanceOf(SQLException.class);
        assertThat(entries(failed)).isZero();
    }

    @Test
    void isNoPartOfATransaction() throws SQLException {
        UUID never = Ids.next();
        assertThatThrownBy(() -> ENTERING.rows(lent(false), caller, List.of(never.toString(), "0")))
                .isInstanceOf(IllegalStateException.class);
        assertThat(entries(never)).isZero();
    }

    private DataSource lent(boolean alone) {
        return new PGSimpleDataSource() {
            private static final long serialVersionUID = 1;

            @Override
            public Connection getConnection() throws SQLException {
                Connection connection = pool.getConnection();
                connection.setAutoCommit(alone);
                return connection;
            }
        };
    }

    private long entries(UUID id) throws SQLException {
        try (Connection connection = database.connectAsSuperuser();
                PreparedStatement counting =
                        connection.prepareStatement("select count(*) from audit_entry where id = ?")) {
            counting.setObject(1, id);
            try (ResultSet count = counting.executeQuery()) {
                count.next();
                return count.getLong(1);
            }
        }
    }
}

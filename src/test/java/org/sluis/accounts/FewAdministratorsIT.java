package org.sluis.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Role;
import org.sluis.people.Addressees;
import org.sluis.stack.BareDatabase;
import org.sluis.stack.UseCases;

/** A portal of its own, to count who administers it: one who gets rid of the others does not decide alone afterwards. */
class FewAdministratorsIT {

    private static final String ALONE = """
            insert into account_change (id, person_id, kind, ordered_by, ordered_as, ordered_at, state, next_attempt_at)
            values (gen_random_uuid(), '%s', 'SECOND_FACTOR', '%s', 'ADMIN', now(), 'RUNNING', now())
            """;

    private static final String LONG_AGO = "update account_change set ordered_at = now() - interval '91 days'";

    private final BareDatabase database = BareDatabase.get();
    private String url;
    private UseCases portal;
    private Caller administrator;
    private Caller inspector;

    @BeforeEach
    void oneAdministratorAndAnInspector() throws SQLException {
        url = database.oneMore("few_" + UUID.randomUUID().toString().replace('-', '_'));
        Map.Entry<String, String> owner = database.owner();
        Flyway.configure()
                .dataSource(url, owner.getKey(), owner.getValue())
                .locations("classpath:db/migration")
                .placeholders(Map.of("application-role", database.application().getKey()))
                .load()
                .migrate();
        portal = UseCases.connected(url, database.application());
        administrator = signedIn(Role.ADMIN);
        inspector = signedIn(Role.INSPECTOR);
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void theOnlyOneDecidesAlone() {
        assertDecidesAlone(true);
    }

    @Test
    void whoeverShutsTheOthersOutStillNeedsOne() throws SQLException {
        Caller second = signedIn(Role.ADMIN);
        carriedOut(() -> orders().disable(administrator, second.personId()));
        assertDecidesAlone(false);
        changed(LONG_AGO);
        assertDecidesAlone(false);
    }

    @Test
    void whoeverTakesTheRoleFromTheOthersStillNeedsOneForAWhile() throws SQLException {
        Caller second = signedIn(Role.ADMIN, Role.INSPECTOR);
        carriedOut(() -> orders().assign(administrator, second.personId(), Set.of(Role.INSPECTOR)));
        assertDecidesAlone(false);
        changed(LONG_AGO);
        assertDecidesAlone(true);
    }

    /** Somebody else's change of roles makes nobody a former administrator. */
    @Test
    void rolesOfOthersDoNotCount() {
        carriedOut(() -> orders().assign(administrator, inspector.personId(), Set.of(Role.INSPECTOR)));
        assertDecidesAlone(true);
    }

    @Test
    void administratorsWhoWereShutOutLatelyAreToldOn() throws SQLException {
        Caller second = signedIn(Role.ADMIN);
        carriedOut(() -> orders().disable(administrator, inspector.personId()));
        assertShutOutLately();
        carriedOut(() -> orders().disable(administrator, second.personId()));
        assertShutOutLately(second.personId());
        changed(LONG_AGO);
        assertShutOutLately();
    }

    private void assertShutOutLately(UUID... persons) {
        assertThat(portal.as(administrator, () -> portal.get(Addressees.class).administratorsShutOutLately()))
                .containsExactly(persons);
    }

    private void assertDecidesAlone(boolean does) {
        String statement = ALONE.formatted(inspector.personId(), administrator.personId());
        if (does) {
            assertThat(portal.as(administrator, () -> portal.change(statement))).isEqualTo(1);
            forget();
        } else {
            assertThatThrownBy(() -> portal.as(administrator, () -> portal.change(statement)))
                    .hasStackTraceContaining("not the caller's to make");
        }
        assertThat(portal.as(administrator, () -> orders().resetSecondFactor(administrator, inspector.personId()))
                        .isProposed())
                .isEqualTo(!does);
        forget();
    }

    /** What was only tried is not in the way of the next try. */
    private void forget() {
        try {
            changed("delete from account_change where kind = 'SECOND_FACTOR'");
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private AccountOrders orders() {
        return portal.get(AccountOrders.class);
    }

    private void carriedOut(Supplier<AccountChange> order) {
        AccountChange change = portal.as(administrator, order::get);
        assertThat(change.isProposed()).isFalse();
        portal.as(administrator, () -> {
            ChangeOutcomes outcomes = portal.get(ChangeOutcomes.class);
            AccountTask task = outcomes.task(administrator, change);
            outcomes.done(administrator, task, task.subject(), Optional.empty(), person -> {});
            return task;
        });
    }

    private void changed(String update) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        url, database.owner().getKey(), database.owner().getValue());
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(update);
        }
    }

    private Caller signedIn(Role... roles) {
        return Administrators.signedIn(portal, roles);
    }
}

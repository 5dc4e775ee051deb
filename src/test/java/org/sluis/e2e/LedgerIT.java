package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.RecordComponent;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sluis.Actions;
import org.sluis.Route;
import org.sluis.kernel.AuditAction;

/**
 * Every address of the API that changes something, each called so that it does: each leaves its entry, and no entry is of an
 * action, or says a fact, that no room declares. Pages do the same by the same use cases; {@code RecordedActsTest} follows both.
 */
class LedgerIT {

    private static final Duration SOON = Duration.ofMinutes(3);
    private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");

    private final Registry registry = new Registry();
    private final Desk desk = registry.desk;
    private final Outbreak outbreak = new Outbreak(desk);
    private final Ledger ledger = new Ledger(desk);

    @AfterEach
    void everythingIsWellAgain() throws Exception {
        desk.stack.clamd().resume();
        outbreak.close();
        await().atMost(SOON).until(desk.stack.portal()::isReady);
    }

    @Test
    void everyChangeLeavesTheEntryThatItsRoomDeclares() throws Exception {
        String begun = one("select clock_timestamp()");
        new DocumentActs(ledger, registry).walk();
        new PeopleActs(ledger, registry).walk();
        assertThat(ledger.walked())
                .isEqualTo(Route.inTheManual().stream()
                        .filter(route -> CHANGING.contains(route.verb()))
                        .map(Route::address)
                        .collect(Collectors.toCollection(TreeSet::new)));
        requireDeclared(begun);
    }

    /** What the tests have done to the portal itself from then on, by people and by the portal. */
    private void requireDeclared(String since) throws SQLException {
        Map<String, Set<String>> declared = Actions.declared().stream()
                .collect(Collectors.toMap(
                        AuditAction::code,
                        action -> Arrays.stream(action.facts().getRecordComponents())
                                .map(RecordComponent::getName)
                                .collect(Collectors.toSet())));
        try (Connection connection = desk.stack.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select a.act, fact.name from audit_entry a
                        left join lateral jsonb_object_keys(a.facts) fact(name) on true
                        where a.at > '%s' group by 1, 2
                        """.formatted(since))) {
            while (rows.next()) {
                assertThat(declared).containsKey(rows.getString(1));
                if (rows.getString(2) != null) {
                    assertThat(declared.get(rows.getString(1))).contains(rows.getString(2));
                }
            }
        }
    }

    private String one(String query) throws SQLException {
        try (Connection connection = desk.stack.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}

package org.sluis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.sluis.kernel.Caller;
import org.sluis.kernel.SystemCaller;
import org.sluis.stack.BareDatabase;
import org.sluis.stack.UseCases;

/** Row-level security knows the caller of a transaction, one and for no longer (promise B1). */
@TestInstance(Lifecycle.PER_CLASS)
class RowSecurityCallerIT {

    private static final String EVERY_DOCUMENT = "select id from document";

    private final BareDatabase database = BareDatabase.get();
    private final Exchange exchange = new Exchange(database);
    private final UseCases portal = exchange.portal;
    private final Statements statements = new Statements(portal);

    private TwoDocuments two = TwoDocuments.sent(exchange);

    @BeforeEach
    void oneGrantedAndOneForeignDocument() {
        two = TwoDocuments.sent(exchange);
    }

    @AfterAll
    void close() {
        exchange.close();
    }

    @Test
    void showsNothingToATransactionInNobodysName() {
        for (String table : List.of(
                "document",
                "document_version",
                "document_grant",
                "document_grant_history",
                "document_past",
                "person",
                "person_rental",
                "membership",
                "organisation",
                "team")) {
            assertThat(portal.asNobody(() -> statements.number("select count(*) from " + table)))
                    .isZero();
        }
    }

    /** Neither the reader nor an administrator finds out by it what somebody was given, and when. */
    @Test
    void tellsWhoseAccessEndsToTheMailerAlone() throws SQLException {
        try (Connection owner = database.connectAsSuperuser();
                PreparedStatement soon = owner.prepareStatement(
                        "update document_grant set valid_until = now() + interval '3 days' where document_id = ?")) {
            soon.setObject(1, two.granted());
            soon.executeUpdate();
        }
        String news = "select count(*) from ends_to_tell(100000) where person_id = '%s'"
                .formatted(two.reader().personId());
        assertThat(portal.as(SystemCaller.MAILER, () -> statements.number(news)))
                .isEqualTo(1);
        for (Caller other : List.of(two.reader(), two.administrator())) {
            assertThat(portal.as(other, () -> statements.number(news))).isZero();
        }
        assertThat(portal.as(SystemCaller.GATE, () -> statements.number(news))).isZero();
        assertThat(portal.asNobody(() -> statements.number(news))).isZero();
    }

    @Test
    void aPooledConnectionCarriesNothingOver() throws SQLException {
        try (Connection connection = database.connectAsApplication()) {
            connection.setAutoCommit(false);
            enter(connection, two.reader());
            assertThat(documents(connection)).containsExactly(two.granted());
            connection.commit();
            assertThat(documents(connection)).isEmpty();
            connection.commit();
            enter(connection, two.administrator());
            assertThat(documents(connection)).contains(two.granted(), two.foreign());
            connection.rollback();
            assertThat(documents(connection)).isEmpty();
            connection.commit();
            connection.setAutoCommit(true);
            enter(connection, two.administrator());
            assertThat(documents(connection)).isEmpty();
        }
    }

    @Test
    void aTransactionHasOneCaller() throws SQLException {
        try (Connection connection = database.connectAsApplication()) {
            connection.setAutoCommit(false);
            enter(connection, two.reader());
            assertThatThrownBy(() -> enter(connection, two.administrator()))
                    .hasMessageContaining("has a caller already");
        }
    }

    private static void enter(Connection connection, Caller caller) throws SQLException {
        String role = caller.roles().iterator().next().name();
        try (Statement statement = connection.createStatement()) {
            statement.execute("select wall_enter('%s', '%s')".formatted(caller.personId(), role));
        }
    }

    private static List<UUID> documents(Connection connection) throws SQLException {
        List<UUID> ids = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(EVERY_DOCUMENT)) {
            while (rows.next()) {
                ids.add(rows.getObject(1, UUID.class));
            }
        }
        return ids;
    }
}

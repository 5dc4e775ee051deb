package org.sluis.stack;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Role;
import org.sluis.platform.config.Settings;

/** The portal's database past the portal, as its owner: what is really stored, for tests inside the server. */
public final class Backdoor {
    private final PGSimpleDataSource database = new PGSimpleDataSource();

    public Backdoor(Settings settings) {
        database.setUrl(settings.database().url());
        database.setUser(settings.database().ownerUser());
        database.setPassword(settings.database().ownerPassword());
    }

    /** A client the portal knows. */
    public Caller client() throws SQLException {
        UUID id = Ids.next();
        change(
                "insert into person (id, issuer, subject, name, language, employee) values (?, 'test', ?, 'C', 'en', false)",
                id,
                id.toString());
        return new Caller(id, "C", Set.of(Role.CLIENT), Optional.empty(), Optional.empty());
    }

    public int change(String sql, Object... parameters) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        }
    }

    /** The only column of the only row, as text. */
    public String text(String sql, Object... parameters) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet found = statement.executeQuery()) {
            if (!found.next()) {
                throw new SQLException("no row");
            }
            return String.valueOf(found.getString(1));
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}

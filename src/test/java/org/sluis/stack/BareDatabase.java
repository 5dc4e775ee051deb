package org.sluis.stack;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * PostgreSQL with the portal's tables and nothing around it, for tests of statements and rights that need no server. One
 * for a test run, begun anew when the first test asks for it and stopped when the run ends.
 */
public final class BareDatabase {

    private final Database database;
    private final Secrets secrets;

    private BareDatabase(StackSettings settings) throws IOException, SQLException {
        PrivateFiles.deleteTree(settings.directory().resolve("postgresql"));
        secrets = new Secrets(settings.directory().resolve("secrets"));
        database = new Database(settings, secrets);
        Runtime.getRuntime().addShutdownHook(new Thread(database::stop, "bare-database-stop"));
        database.start();
        migrations(database.url()).load().migrate();
    }

    /** The database, running. */
    public static BareDatabase get() {
        return Running.DATABASE;
    }

    public String url() {
        return database.url();
    }

    /** The address of one more database beside it, for the same owner and the same portal, with no tables yet. */
    public String oneMore(String name) throws SQLException {
        database.createPortalDatabase(name);
        return database.urlOf(name);
    }

    /** The portal's migrations for a database of the same owner: all of them, where nothing else is said. */
    public FluentConfiguration migrations(String url) {
        return Flyway.configure()
                .dataSource(url, Database.OWNER, secrets.password(Database.OWNER))
                .locations("classpath:db/migration")
                .placeholders(Map.of("application-role", Database.APPLICATION));
    }

    /** The same as far as a version, for filling its tables. Repeatable migrations speak of tables that come later. */
    public FluentConfiguration migrations(String url, String lastVersion) {
        return migrations(url).target(lastVersion).repeatableSqlMigrationPrefix("later");
    }

    /** User and password of the portal itself, which the walls are for. */
    public Map.Entry<String, String> application() {
        return Map.entry(Database.APPLICATION, secrets.password(Database.APPLICATION));
    }

    /** User and password of the tables' owner, to whom row-level security does not apply. */
    public Map.Entry<String, String> owner() {
        return Map.entry(Database.OWNER, secrets.password(Database.OWNER));
    }

    /** A connection as the portal's own role, in nobody's name. */
    public Connection connectAsApplication() throws SQLException {
        return DriverManager.getConnection(url(), Database.APPLICATION, secrets.password(Database.APPLICATION));
    }

    /** A connection past every wall. */
    public Connection connectAsSuperuser() throws SQLException {
        return database.connect();
    }

    private static final class Running {
        static final BareDatabase DATABASE = start();

        private static BareDatabase start() {
            try {
                return new BareDatabase(StackSettings.of(
                        Path.of(System.getProperty("sluis.bare.directory", "target/bare")), Ports.free()));
            } catch (IOException | SQLException e) {
                throw new StackException("the database did not start", e);
            }
        }
    }
}

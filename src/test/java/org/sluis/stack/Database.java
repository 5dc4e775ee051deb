package org.sluis.stack;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;

/** PostgreSQL with the portal's database and Keycloak's. Nobody connects without a password, not even from this machine. */
public final class Database implements Part {
    static final String PORTAL = "sluis";
    static final String KEYCLOAK = "keycloak";
    static final String OWNER = "sluis_owner";
    static final String APPLICATION = "sluis_app";
    private static final String SUPERUSER = "postgres";

    private final StackSettings settings;
    private final Secrets secrets;
    private volatile Optional<EmbeddedPostgres> server = Optional.empty();

    Database(StackSettings settings, Secrets secrets) {
        this.settings = settings;
        this.secrets = secrets;
    }

    @Override
    public void start() throws IOException, SQLException {
        Path binaries = settings.cache().resolve("postgresql");
        Files.createDirectories(binaries);
        ProcessBuilder.Redirect log = ProcessBuilder.Redirect.appendTo(
                PrivateFiles.directory(settings.directory().resolve("logs"))
                        .resolve("postgresql.log")
                        .toFile());
        server = Optional.of(EmbeddedPostgres.builder()
                .setDataDirectory(data(settings.directory()))
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(binaries.toFile())
                .setPort(settings.ports().database())
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", "on")
                .setServerConfig("shared_buffers", "1GB")
                // Options for initdb have no setter of their own.
                .setLocaleConfig("pwfile", secrets.passwordFile(SUPERUSER).toString())
                .setConnectConfig("password", secrets.password(SUPERUSER))
                .setDataDirectoryCustomizer(Database::demandPasswords)
                .setPGStartupWait(Duration.ofMinutes(5))
                .setRegisterShutdownHook(false)
                .setOutputRedirector(log)
                .setErrorRedirector(log)
                .start());
        createDatabases();
    }

    @Override
    public void stop() {
        server.ifPresent(running -> {
            try {
                running.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        server = Optional.empty();
    }

    /** The portal's database, without credentials. */
    public String url() {
        return urlOf(PORTAL);
    }

    /** The portal's database with the credentials of its owner, for tools that look at the tables. */
    public String urlWithOwner() {
        return "%s?user=%s&password=%s".formatted(url(), OWNER, secrets.password(OWNER));
    }

    /** A connection in the role the portal works with, for tests of what that role may not do. */
    public Connection connectAsApplication() throws SQLException {
        return DriverManager.getConnection(url(), APPLICATION, secrets.password(APPLICATION));
    }

    /** A connection as superuser, past every wall: for tests that verify what is really stored, or tamper with it. */
    public Connection connect() throws SQLException {
        return connect(PORTAL);
    }

    /** The process number of the postmaster. */
    public long pid() {
        try {
            return Long.parseLong(
                    Files.readAllLines(pidFile(settings.directory())).get(0).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String urlOf(String database) {
        return "jdbc:postgresql://localhost:%d/%s".formatted(settings.ports().database(), database);
    }

    static Path pidFile(Path stack) {
        return data(stack).resolve("postmaster.pid");
    }

    private static Path data(Path stack) {
        return stack.resolve("postgresql");
    }

    private static void demandPasswords(File data) {
        try {
            Files.writeString(data.toPath().resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void createDatabases() throws SQLException {
        try (Connection connection = connect(SUPERUSER);
                Statement statement = connection.createStatement()) {
            for (String role : new String[] {OWNER, APPLICATION, KEYCLOAK}) {
                createRole(statement, role);
            }
            createDatabase(statement, KEYCLOAK, KEYCLOAK);
        }
        createPortalDatabase(PORTAL);
    }

    /** A database as a portal needs it: its owner migrates, the application's role enters and owns nothing. */
    void createPortalDatabase(String name) throws SQLException {
        try (Connection connection = connect(SUPERUSER);
                Statement statement = connection.createStatement()) {
            createDatabase(statement, name, OWNER);
            statement.execute("GRANT CONNECT ON DATABASE " + name + " TO " + APPLICATION);
        }
        try (Connection connection = connect(name);
                Statement statement = connection.createStatement()) {
            statement.execute("ALTER SCHEMA public OWNER TO " + OWNER);
            statement.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
            statement.execute("GRANT USAGE ON SCHEMA public TO " + APPLICATION);
        }
    }

    private void createRole(Statement statement, String role) throws SQLException {
        if (!exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")) {
            statement.execute("CREATE ROLE " + role);
        }
        statement.execute(
                "ALTER ROLE %s LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION NOBYPASSRLS PASSWORD '%s'"
                        .formatted(role, secrets.password(role)));
    }

    private static void createDatabase(Statement statement, String name, String owner) throws SQLException {
        if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
            statement.execute("CREATE DATABASE " + name + " OWNER " + owner);
        }
        statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return found.next();
        }
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(urlOf(database), SUPERUSER, secrets.password(SUPERUSER));
    }
}

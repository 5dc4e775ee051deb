package org.sluis.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.sluis.stack.BareDatabase;

/** The policies in the database are those of the repeatable migration, and no others; it can run again beside portals at work. */
@TestInstance(Lifecycle.PER_CLASS)
class RowSecurityMigrationIT {

    private static final Path ROW_SECURITY = Path.of("src/main/resources/db/migration/R__row_security.sql");
    private static final Pattern POLICY = Pattern.compile("^create policy (\\w+) on (\\w+)", Pattern.MULTILINE);
    private static final Pattern GUARDED =
            Pattern.compile("^alter table (\\w+) enable row level security;", Pattern.MULTILINE);

    /** They hold nothing that one caller may know and another may not: identifiers, names of jobs, versions of the schema. */
    private static final List<String> OPEN = List.of("blob_removal", "cluster_work", "flyway_schema_history", "notice");

    private static final String POLICIES = """
        select tablename || ' ' || policyname || ' ' || permissive || ' ' || array_to_string(roles, ',') || ' ' || cmd
            || ' ' || coalesce(qual, '') || ' ' || coalesce(with_check, '')
        from pg_policies order by tablename, policyname
        """;

    private static final String WAITING = """
        select locktype from pg_locks join pg_database d on d.oid = database
        where d.datname = current_database() and not granted
        """;

    private final BareDatabase database = BareDatabase.get();
    private String url = "";
    private String script = "";

    @BeforeAll
    void migrate() throws SQLException, IOException {
        url = database.oneMore("row_security");
        database.migrations(url).load().migrate();
        script = Files.readString(ROW_SECURITY)
                .replace("${application-role}", database.application().getKey());
    }

    @Test
    void policiesOfTheDatabaseAreThoseOfTheFile() throws SQLException {
        assertThat(texts("select tablename || ' ' || policyname from pg_policies"))
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(POLICY.matcher(script)
                        .results()
                        .map(policy -> policy.group(2) + " " + policy.group(1))
                        .toList());
    }

    @Test
    void everyTableIsGuardedByPoliciesOrNamedAsOpen() throws SQLException {
        List<String> guarded = GUARDED.matcher(script)
                .results()
                .map(table -> table.group(1))
                .sorted()
                .toList();
        assertThat(tables("c.relrowsecurity")).isEqualTo(guarded);
        assertThat(tables("exists (select from pg_policy p where p.polrelid = c.oid)"))
                .isEqualTo(guarded);
        assertThat(tables("not c.relrowsecurity")).isEqualTo(OPEN);
    }

    @Test
    void runningAgainLeavesTheSamePoliciesAndNoStranger() throws SQLException {
        List<String> before = texts(POLICIES);
        try (Connection owner = connect(database.owner());
                Statement statement = owner.createStatement()) {
            statement.execute("create policy stranger on document using (true)");
            statement.execute("create policy stranger on notice using (true)");
            statement.execute("alter policy seen on audit_entry using (true)");
            assertThat(texts(POLICIES)).isNotEqualTo(before);
            owner.setAutoCommit(false);
            statement.execute(script);
            owner.commit();
        }
        assertThat(texts(POLICIES)).isEqualTo(before);
    }

    /** A request that reads one table and then another must neither be ended by the migration nor wait for others behind it. */
    @Test
    void whileOneTableIsInUseTheOthersCanBeRead() throws Exception {
        List<String> before = texts(POLICIES);
        try (Connection busy = connect(database.application());
                Statement request = busy.createStatement();
                Connection owner = connect(database.owner());
                Statement migration = owner.createStatement()) {
            busy.setAutoCommit(false);
            request.execute("select from team");
            owner.setAutoCommit(false);
            CompletableFuture<Void> running = CompletableFuture.runAsync(() -> {
                try {
                    migration.execute(script);
                    owner.commit();
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            });
            await().until(() -> !texts(WAITING).isEmpty());
            for (String table : tables("c.relrowsecurity")) {
                request.execute("select from " + table);
            }
            assertThat(running).isNotDone();
            busy.commit();
            running.get(1, TimeUnit.MINUTES);
        }
        assertThat(texts(POLICIES)).isEqualTo(before);
    }

    private List<String> tables(String condition) throws SQLException {
        return texts("""
            select c.relname from pg_class c
            where c.relnamespace = cast('public' as regnamespace) and c.relkind = 'r' and %s
            order by c.relname
            """.formatted(condition));
    }

    private List<String> texts(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection owner = connect(database.owner());
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private Connection connect(Map.Entry<String, String> user) throws SQLException {
        return DriverManager.getConnection(url, user.getKey(), user.getValue());
    }
}

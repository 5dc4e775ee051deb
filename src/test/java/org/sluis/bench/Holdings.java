package org.sluis.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Role;
import org.sluis.people.PrincipalKind;

/**
 * Many documents, each granted to ten of a crowd, and persons who hold as many of them as a measurement wants. The
 * database makes the rows itself, without indexes, which are built afterwards: ten million grants take a minute or two.
 */
final class Holdings {

    static final int GRANTS_PER_DOCUMENT = 10;

    /** Stands in the title of one document in a hundred. */
    static final String COMMON = "zeolite";

    /** Stands in the title of one document of each holder, halfway; its last word alone in one in a hundred. */
    static final String RARE = "and zirconium";

    private static final int CROWD = 10_000;
    private static final String TABLE = "document_grant";

    /** The n-th document, older than the next. */
    private static final String ID =
            "cast(lpad(to_hex(1750000000000 + %1$s * 1000), 12, '0') || '70008000' || lpad(to_hex(%1$s), 12, '0') as uuid)";

    private static final String CROWD_ID = "cast('00000000-0000-7000-8000-' || lpad(to_hex(%s), 12, '0') as uuid)";

    private static final String DOCUMENTS = """
            insert into document (id, title, description, category, state, current_version, uploader_id, uploaded_at, revision)
            select %s, 'Compressive strength of batch ' || n || case when n / 10 %% 100 = 3 then ' with zeolite' else '' end
                         || case when n / 10 %% 100 = 7 then ' with zirconium' else '' end,
                   'Ten cubes of 150 mm, ready-mix plant ' || n %% 977 || ', cured in water, tested after 28 days',
                   (array['test-report', 'certificate', 'attestation', 'inspection-report'])[1 + n / 10 %% 4],
                   'AVAILABLE', 1, '%s', to_timestamp(1750000000 + n), 1
            from generate_series(%d, %d) n
            """;

    private static final String VERSIONS = """
            insert into document_version (id, document_id, number, file_name, media_type, size, sha256, blob_id, wrapped_key,
                                          state, uploader_id, uploaded_at, attempts, next_attempt_at, revision)
            select gen_random_uuid(), %1$s, 1, 'report-' || n || '.pdf', 'application/pdf', 20000, encode(sha256(n::text::bytea), 'hex'),
                   gen_random_uuid(), '\\x01', 'AVAILABLE', '%2$s', to_timestamp(1750000000 + n), 1, now(), 1
            from generate_series(%3$d, %4$d) n
            """;

    private static final String CROWD_GRANTS = """
            insert into document_grant (id, principal_id, principal_kind, document_id, access_right, valid_from, purpose,
                                        granted_by, granted_at)
            select gen_random_uuid(), %s, 'PERSON', %s, 'DOWNLOAD', to_timestamp(1750000000 + n), 'inspection', '%s',
                   to_timestamp(1750000000 + n)
            from generate_series(%d, %d) n, generate_series(0, %d) hand
            """;

    private static final String HELD = """
            insert into document_grant (id, principal_id, principal_kind, document_id, access_right, valid_from, purpose,
                                        granted_by, granted_at)
            select gen_random_uuid(), '%s', '%s', %s, 'DOWNLOAD', to_timestamp(1750000000 + n), 'inspection', '%s', now()
            from generate_series(%d, %d, %d) n
            """;

    private final Past past;
    private final UUID sender;
    private int documents;

    /** A connection past every wall. */
    interface Past {
        Connection connect() throws SQLException;
    }

    Holdings(Past past) throws SQLException {
        this.past = past;
        this.sender = person(Optional.empty(), false);
    }

    /** Adds documents until there are {@code wanted}. */
    void grow(int wanted) throws SQLException {
        String first = ID.formatted("n");
        try (Connection connection = bulk();
                Statement statement = connection.createStatement()) {
            statement.execute(DOCUMENTS.formatted(first, sender, documents + 1, wanted));
            statement.execute(VERSIONS.formatted(first, sender, documents + 1, wanted));
            Map<String, String> indexes = dropIndexes(statement);
            statement.execute(CROWD_GRANTS.formatted(
                    CROWD_ID.formatted("(cast(n as bigint) * 7919 + hand * 613) % " + CROWD),
                    first,
                    sender,
                    documents + 1,
                    wanted,
                    GRANTS_PER_DOCUMENT - 1));
            for (String definition : indexes.values()) {
                statement.execute(definition);
            }
        }
        documents = wanted;
        tidy();
    }

    int documents() {
        return documents;
    }

    /** Somebody who may read so many documents, spread evenly, in their own name or as one of a group. */
    Caller holder(int grants, PrincipalKind through) throws SQLException {
        boolean employee = through != PrincipalKind.ORGANISATION;
        Optional<UUID> organisation = employee ? Optional.empty() : Optional.of(named("organisation"));
        UUID person = person(organisation, employee);
        UUID principal = switch (through) {
            case PERSON -> person;
            case ORGANISATION -> organisation.orElseThrow();
            case TEAM -> team(person);
        };
        hold(principal, through, grants);
        Role role = employee ? Role.INSPECTOR : Role.CLIENT;
        return new Caller(person, "Holder", Set.of(role), organisation, Optional.empty());
    }

    /** Grants so many documents, spread evenly; one of them, halfway, is found by its words alone. */
    void hold(UUID principal, PrincipalKind kind, int grants) throws SQLException {
        int step = documents / grants;
        try (Connection connection = bulk();
                Statement statement = connection.createStatement()) {
            statement.execute(HELD.formatted(principal, kind, ID.formatted("n"), sender, step, documents, step));
            statement.execute("update document set title = title || ' and zirconium' where id = "
                    + ID.formatted((grants / 2 + 1) * step));
        }
        tidy();
    }

    private UUID person(Optional<UUID> organisation, boolean employee) throws SQLException {
        UUID id = Ids.next();
        try (Connection connection = past.connect();
                PreparedStatement statement = connection.prepareStatement("""
                        insert into person (id, issuer, subject, name, language, employee, organisation_id)
                        values (?, 'bench', ?, 'Holder', 'en', ?, ?)
                        """)) {
            statement.setObject(1, id);
            statement.setString(2, id.toString());
            statement.setBoolean(3, employee);
            statement.setObject(4, organisation.orElse(null));
            statement.executeUpdate();
        }
        return id;
    }

    private UUID team(UUID person) throws SQLException {
        UUID team = named("team");
        try (Connection connection = past.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "insert into membership (person_id, principal_id, kind, since) values ('%s', '%s', 'TEAM', now())"
                            .formatted(person, team));
        }
        return team;
    }

    private UUID named(String table) throws SQLException {
        UUID id = Ids.next();
        try (Connection connection = past.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into %s (id, name) values ('%s', '%s')".formatted(table, id, id));
        }
        return id;
    }

    /** Without triggers: the past of documents and foreign keys are not what is measured. */
    private Connection bulk() throws SQLException {
        Connection connection = past.connect();
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            statement.execute("set synchronous_commit = off");
            statement.execute("set maintenance_work_mem = '512MB'");
        }
        return connection;
    }

    /** What makes each index of the grants again, by its name. */
    private static Map<String, String> dropIndexes(Statement statement) throws SQLException {
        Map<String, String> indexes = new LinkedHashMap<>();
        try (ResultSet found = statement.executeQuery("""
                select i.indexrelid::regclass, coalesce(
                           'alter table %1$s add constraint ' || c.conname || ' ' || pg_get_constraintdef(c.oid),
                           pg_get_indexdef(i.indexrelid)),
                       case when c.oid is null then 'drop index ' || i.indexrelid::regclass
                            else 'alter table %1$s drop constraint ' || c.conname end
                from pg_index i left join pg_constraint c on c.conindid = i.indexrelid and c.contype in ('p', 'u')
                where i.indrelid = '%1$s'::regclass
                """.formatted(TABLE))) {
            while (found.next()) {
                indexes.put(found.getString(3), found.getString(2));
            }
        }
        for (String drop : indexes.keySet()) {
            statement.execute(drop);
        }
        return indexes;
    }

    private void tidy() throws SQLException {
        try (Connection connection = past.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze document_grant, document, document_version, person, membership");
            statement.execute("checkpoint");
        }
    }
}

package org.sluis.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.sluis.stack.BareDatabase;

/**
 * Migrations forward from tables that hold rows. Mails that waited when news got a table of its own are not lost, and tell no more
 * than they would have told; what is folded otherwise since is found.
 */
@TestInstance(Lifecycle.PER_CLASS)
class FilledMigrationIT {

    private static final String BEFORE = "33";

    /** Identifiers end with what they are of: people with 1, 2 and 3, documents with a, b and c, grants with two digits. */
    private static final String FILLED = """
            insert into organisation (id, name) values (key('91'), 'Plant');
            insert into person (id, issuer, subject, name, language, employee, organisation_id) values
                (key('1'), 'issuer', '1', 'Reader', 'en', false, key('91')),
                (key('2'), 'issuer', '2', 'Sender', 'fr', false, null),
                (key('3'), 'issuer', '3', 'Administrator', 'nl', true, null);
            insert into document (id, title, category, state, current_version, uploader_id, uploaded_at, revision) values
                (key('a'), 'Both ways', 'test-report', 'AVAILABLE', 1, key('2'), '2026-01-01', 0),
                (key('b'), U&'NBN\\2011EN \\039F\\03B4\\03CC\\03C2 be\\00ADton', 'test-report', 'AVAILABLE', 1, key('2'), '2026-01-01', 0),
                (key('c'), 'Refused', 'test-report', 'REJECTED', 2, key('2'), '2026-01-01', 0);
            insert into document_version (id, document_id, number, file_name, size, sha256, blob_id, state, uploader_id, uploaded_at,
                attempts, next_attempt_at, revision, decided_at)
            select key(v.document || v.number), key(v.document), v.number, 'file', 1, repeat('0', 64), key('b' || v.document || v.number),
                v.state, key('2'), '2026-01-01', 1, '2026-01-01', 0, v.decided_at
            from (values
                ('a', 1, 'AVAILABLE', timestamptz '2026-01-01'),
                ('b', 1, 'AVAILABLE', '2026-01-01'),
                ('c', 1, 'REJECTED', '2026-02-02 10:00Z'),
                ('c', 2, 'REJECTED', '2026-02-03 10:00Z')) v (document, number, state, decided_at);
            insert into document_grant (id, principal_id, principal_kind, document_id, access_right, valid_from, purpose, granted_by,
                granted_at)
            select key(g.id), key(g.principal), g.kind, key(g.document), 'VIEW', g.at, 'inspection', key(g.by), g.at
            from (values
                ('10', '1', 'PERSON', 'a', timestamptz '2026-02-02 10:00Z', '3'),
                ('11', '91', 'ORGANISATION', 'a', '2026-02-02 10:00Z', '3'),
                ('12', '1', 'PERSON', 'b', '2026-01-15', '3'),
                ('13', '3', 'PERSON', 'a', '2026-02-02 10:00Z', '3')) g (id, principal, kind, document, at, by);
            insert into notice (id, recipient_id, kind, document_id, written_at, state, attempts, next_attempt_at, decided_at)
            select key(n.id), key(n.recipient), n.kind, key(n.document), n.at, n.state, 0, n.at, n.decided_at
            from (values
                ('e1', '1', 'NEW_FOR_YOU', 'b', timestamptz '2026-01-15', 'SENT', timestamptz '2026-01-15'),
                ('e2', '1', 'NEW_FOR_YOU', 'a', '2026-02-02', 'WAITING', null),
                ('e3', '1', 'REFUSED', 'a', '2026-02-03', 'WAITING', null),
                ('e4', '2', 'REFUSED', 'c', '2026-02-02', 'WAITING', null),
                ('e5', '3', 'NEW_FOR_YOU', 'a', '2026-02-02', 'WAITING', null),
                ('e6', '2', 'DOCUMENT_RECALLED', 'a', '2026-02-02', 'WAITING', null))
                n (id, recipient, kind, document, at, state, decided_at);
            """;

    private final BareDatabase database = BareDatabase.get();
    private Connection owner;

    @BeforeAll
    void aWaitingOutbox() throws SQLException {
        String url = database.oneMore("filled_before");
        database.migrations(url, BEFORE).load().migrate();
        owner = DriverManager.getConnection(
                url, database.owner().getKey(), database.owner().getValue());
        try (Statement statement = owner.createStatement()) {
            statement.execute("""
                    create function key(ending text) returns uuid language sql immutable
                        return cast('0190f3a0-0000-7000-8000-' || lpad(ending, 12, '0') as uuid);
                    """);
            statement.execute(FILLED);
        }
        database.migrations(url).load().migrate();
    }

    @AfterAll
    void close() throws SQLException {
        owner.close();
    }

    /** Once for each reader and document, since the first mail that waits; nobody is told of their own acts. */
    @Test
    void whatWaitingMailsWouldHaveToldIsNews() throws SQLException {
        assertThat(texts("""
                select ltrim(right(person_id::text, 2), '0') || ' ' || kind || ' ' || right(document_id::text, 1)
                    || ' ' || to_char(at at time zone 'UTC', 'MM-DD') || ' ' || (read_at is null) || ' ' || (grant_id is null)
                from news order by 1
                """)).containsExactly("1 NEW_FOR_YOU a 02-02 true false", "2 REFUSED c 02-03 true true");
    }

    /** News of the bell is ordered by its keys. */
    @Test
    void keysOfTheNewsAreOfTheirTime() throws SQLException {
        assertThat(texts("""
                select distinct left(replace(id::text, '-', ''), 12)
                    = lpad(to_hex(cast(extract(epoch from at) * 1000 as bigint)), 12, '0') from news
                """)).containsExactly("t");
    }

    @Test
    void oneMailForEachTellsIt() throws SQLException {
        assertThat(texts("select right(id::text, 2) || ' ' || kind || ' ' || state from notice order by 1"))
                .containsExactly(
                        "e1 NEW_FOR_YOU SENT",
                        "e2 NEWS WAITING",
                        "e3 REFUSED WITHDRAWN",
                        "e4 NEWS WAITING",
                        "e5 NEWS WAITING",
                        "e6 DOCUMENT_RECALLED WAITING");
    }

    @Test
    void whatIsFoldedOtherwiseIsFoldedAnew() throws SQLException {
        assertThat(texts("select folded_title from document where right(id::text, 1) = 'b'"))
                .containsExactly("nbn-en \u03bf\u03b4\u03bf\u03c3 beton");
    }

    private List<String> texts(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}

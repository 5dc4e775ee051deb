package org.sluis.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.sluis.kernel.Ids;
import org.sluis.stack.BareDatabase;

/** A trail that was written as lines of text is the same ledger afterwards, and tells who has had which bytes. */
@TestInstance(Lifecycle.PER_CLASS)
class LedgerMigrationIT {

    private static final String BEFORE = "22";

    private final BareDatabase database = BareDatabase.get();
    private final Map<String, UUID> entries = new LinkedHashMap<>();
    private final UUID document = Ids.next();
    private final UUID reader = Ids.next();
    private final UUID packer = Ids.next();
    private Connection owner;

    @BeforeAll
    void aTrailOfBefore() throws SQLException {
        String url = database.oneMore("ledger_of_before");
        database.migrations(url, BEFORE).load().migrate();
        owner = DriverManager.getConnection(
                url, database.owner().getKey(), database.owner().getValue());
        enter("2026-01-01T10:00:00Z", reader, "document-downloaded", "ALLOWED", "sha256=Sha256[hex=00ff]\nversion=1");
        enter("2026-01-02T10:00:00Z", reader, "document-downloaded", "ALLOWED", "sha256=Sha256[hex=00ff]\nversion=1");
        enter("2026-01-03T10:00:00Z", packer, "document-downloaded", "ALLOWED", """
            sha256=Sha256[hex=00ff]
            version=2
            way=archive\
            """);
        enter("2026-01-04T10:00:00Z", packer, "document-downloaded", "DENIED", "");
        enter("2026-01-05T10:00:00Z", packer, "document-viewed", "ALLOWED", "secondLook=true\nversion=1");
        enter("2026-01-06T10:00:00Z", packer, "documents-listed", "ALLOWED", "filter=q,state\nshown=12");
        enter("2026-01-06T11:00:00Z", packer, "people-listed", "ALLOWED", "shown=0");
        enter("2026-01-07T10:00:00Z", packer, "grant-given", "ALLOWED", """
            from=now
            grant=0190f3a0-0000-7000-8000-000000000001
            purpose=none, "really" \\\\n \\n=1 \\r \\\\
            right=VIEW
            until=none\
            """);
        enter("2026-01-08T10:00:00Z", null, "document-rejected", "ALLOWED", """
            member=word/vba=Project.bin
            reason=active-content
            rule=macro
            sealedUntil=2026-02-01T00:00:00Z
            signature=none
            version=3\
            """);
        enter("2026-01-08T11:00:00Z", packer, "quarantine-viewed", "ALLOWED", "recipients=all");
        enter("2026-01-08T12:00:00Z", packer, "second-look-withdrawn", "ALLOWED", "member=none\nreason=\nversion=1");
        database.migrations(url).load().migrate();
    }

    @AfterAll
    void close() throws SQLException {
        owner.close();
    }

    @Test
    void factsAreTypedAndWhatWasAbsentIsLeftOut() throws SQLException {
        assertThat(facts("document-downloaded"))
                .containsExactly(
                        "{\"sha256\": \"00ff\", \"version\": 1}",
                        "{\"sha256\": \"00ff\", \"version\": 1}",
                        "{\"way\": \"archive\", \"sha256\": \"00ff\", \"version\": 2}",
                        "{}");
        assertThat(facts("document-viewed")).containsExactly("{\"version\": 1, \"secondLook\": true}");
        assertThat(facts("documents-listed")).containsExactly("{\"shown\": 12, \"filter\": [\"q\", \"state\"]}");
        assertThat(facts("people-listed")).containsExactly("{\"shown\": 0}");
        assertThat(facts("document-rejected"))
                .containsExactly("{\"rule\": \"macro\", \"member\": \"word/vba=Project.bin\","
                        + " \"reason\": \"active-content\", \"version\": 3,"
                        + " \"sealedUntil\": \"2026-02-01T00:00:00Z\"}");
        assertThat(facts("quarantine-viewed")).containsExactly("{\"recipients\": \"all\"}");
        assertThat(facts("second-look-withdrawn")).containsExactly("{\"member\": \"none\", \"version\": 1}");
    }

    @Test
    void escapedTextIsWhatItWas() throws SQLException {
        assertThat(texts("select facts ->> 'purpose' from audit_entry where act = 'grant-given'"))
                .containsExactly("none, \"really\" \\n \n=1 \r \\");
        assertThat(texts("select facts - 'purpose' from audit_entry where act = 'grant-given'"))
                .containsExactly("{\"grant\": \"0190f3a0-0000-7000-8000-000000000001\", \"right\": \"VIEW\"}");
    }

    @Test
    void codesTimesAndActorsStayAsTheyWere() throws SQLException {
        assertThat(texts("""
            select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') || ' ' || id from audit_entry order by at
            """))
                .isEqualTo(entries.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .toList());
        assertThat(texts("select count(*) from audit_entry where actor_id is null"))
                .containsExactly("1");
    }

    @Test
    void whatIsThereIsKnownToBeCommitted() throws SQLException {
        assertThat(texts("select count(*) from audit_entry where transaction_id"
                        + " >= pg_snapshot_xmin(pg_current_snapshot())"))
                .containsExactly("0");
    }

    @Test
    void recipientsAreThoseWhoHadBytes() throws SQLException {
        assertThat(texts("""
            select document_id || ' ' || version || ' ' || person_id || ' ' || downloads || ' '
                || to_char(first_at at time zone 'UTC', 'DD') || '-' || to_char(last_at at time zone 'UTC', 'DD')
            from document_recipient order by version
            """))
                .containsExactly(document + " 1 " + reader + " 2 01-02", document + " 2 " + packer + " 1 03-03");
    }

    /** One page of a search reads one page of an index, whatever the trail holds. */
    @Test
    void searchesByActorResourceActionAndTimeAskAnIndex() throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute("set enable_seqscan = off");
            for (Map.Entry<String, String> search : Map.of(
                            "actor_id = '%s' order by at desc, id desc limit 50".formatted(reader),
                            "audit_entry_of_person_by_time",
                            "resource_id = '%s' order by at desc, id desc limit 50".formatted(document),
                            "audit_entry_of_resource_by_time",
                            "act = 'document-downloaded' order by at desc, id desc limit 50",
                            "audit_entry_of_action_by_time",
                            "at > '2026-01-07' and at < '2026-01-08' order by at desc, id desc",
                            "audit_entry_by_time")
                    .entrySet()) {
                String plan = String.join("\n", texts("explain select * from audit_entry where " + search.getKey()));
                assertThat(plan).contains(search.getValue()).doesNotContain("Sort");
            }
            statement.execute("reset enable_seqscan");
        }
    }

    private void enter(String at, @Nullable UUID actor, String act, String outcome, String facts) throws SQLException {
        try (PreparedStatement entry = owner.prepareStatement("""
            insert into audit_entry (id, at, actor_id, act, outcome, resource_type, resource_id, facts)
            values (?, cast(? as timestamptz), ?, ?, ?, 'document', ?, ?)
            """)) {
            UUID id = Ids.next();
            entries.put(at, id);
            entry.setObject(1, id);
            entry.setString(2, at);
            entry.setObject(3, actor);
            entry.setString(4, act);
            entry.setString(5, outcome);
            entry.setObject(6, document);
            entry.setString(7, facts);
            entry.executeUpdate();
        }
    }

    private List<String> facts(String act) throws SQLException {
        return texts("select facts from audit_entry where act = '%s' order by at".formatted(act));
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

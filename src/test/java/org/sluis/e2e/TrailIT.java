package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The trail: one entry for each act, allowed or refused, which the portal itself can neither change nor remove. */
class TrailIT {

    private final Desk desk = new Desk();

    @Test
    void tellsTheWholeStoryOfADocument() throws SQLException {
        RestClient uploader = desk.person("client-a1");
        RestClient inspector = desk.person("inspector-1");
        RestClient admin = desk.person("admin");
        String id = desk.released();
        String address = "/documents/" + id;

        inspector.get(address);
        inspector.get(address + "/content");
        uploader.get(address);
        uploader.get(address + "/versions");
        admin.get(address + "/grants");
        admin.get(address + "/content");
        desk.grant(id, "inspector-1", "DOWNLOAD");
        inspector.get(address + "/content");
        inspector.call("HEAD", address + "/content", "");
        inspector.get(address + "/content", "If-None-Match", "*");
        inspector.get(address + "/content", "Range", "bytes=900-");
        inspector.get(address + "/content", "Range", "bytes=0-1");
        inspector.get(address + "/content?version=9");
        inspector.post("/documents/archive", "{\"ids\":[\"%s\"]}".formatted(id));
        uploader.call(
                "PATCH",
                address,
                "{\"title\":\"secret words\"}",
                "Content-Type",
                "application/merge-patch+json",
                "If-Match",
                "*");
        inspector.call(
                "PATCH", address, "{\"title\":\"x\"}", "Content-Type", "application/merge-patch+json", "If-Match", "*");
        admin.delete(address + "/grants/" + UUID.randomUUID());
        admin.delete(address);
        admin.delete(address);

        assertThat(entries("resource_id = '%s'".formatted(id)))
                .containsExactly(
                        "grant-given ALLOWED client-a1",
                        "document-uploaded ALLOWED client-a1",
                        "document-released ALLOWED ",
                        "document-viewed DENIED inspector-1",
                        "document-downloaded DENIED inspector-1",
                        "document-viewed ALLOWED client-a1",
                        "document-viewed ALLOWED client-a1",
                        "grants-viewed ALLOWED admin",
                        "document-downloaded DENIED admin",
                        "grant-given ALLOWED admin",
                        "document-downloaded ALLOWED inspector-1",
                        "document-viewed ALLOWED inspector-1",
                        "document-viewed ALLOWED inspector-1",
                        "document-viewed ALLOWED inspector-1",
                        "document-downloaded ALLOWED inspector-1",
                        "document-downloaded DENIED inspector-1",
                        "document-downloaded ALLOWED inspector-1",
                        "document-amended ALLOWED client-a1",
                        "document-amended DENIED inspector-1",
                        "grant-revoked DENIED admin",
                        "document-erased ALLOWED admin",
                        "document-erased DENIED admin");
        assertThat(one("select count(*) from audit_entry where cast(facts as text) like '%secret words%'"))
                .isEqualTo("0");
    }

    @Test
    void listsSearchesAndCallsWithoutTheRoleHaveOneEntryEach() throws SQLException {
        RestClient admin = desk.person("admin");
        RestClient client = desk.person("client-b1");
        desk.released();
        String before = one("select id from audit_entry order by id desc limit 1");
        admin.get("/documents?q=words&limit=1");
        admin.get("/people?q=client");
        client.get("/people?q=client");
        client.delete("/documents/" + UUID.randomUUID());
        RestClient.nobody(desk.stack).get("/documents");
        String since =
                "id > '%s' and act in ('documents-listed', 'people-listed', 'endpoint-called')".formatted(before);
        assertThat(entries(since))
                .containsExactly(
                        "documents-listed ALLOWED admin",
                        "people-listed ALLOWED admin",
                        "endpoint-called DENIED client-b1",
                        "endpoint-called DENIED client-b1");
        assertThat(one("select facts from audit_entry where act = 'documents-listed' and id > '%s'".formatted(before)))
                .contains("\"filter\": [\"q\"]")
                .doesNotContain("words");
    }

    @Test
    void anArchiveIsOneEntryForEachDocument() throws SQLException {
        String first = desk.released();
        String second = desk.released();
        desk.person("client-a1").post("/documents/archive", "{\"ids\":[\"%s\",\"%s\"]}".formatted(first, second));
        for (String id : List.of(first, second)) {
            assertThat(one("select facts from audit_entry where act = 'document-downloaded' and resource_id = '%s'"
                            .formatted(id)))
                    .contains("\"way\": \"archive\"");
        }
    }

    @Test
    void theApplicationCanNeitherChangeNorRemoveEntries() throws SQLException {
        desk.released();
        try (Connection application = desk.stack.database().connectAsApplication();
                Statement statement = application.createStatement()) {
            try (ResultSet inNobodysName = statement.executeQuery("select count(*) from audit_entry")) {
                inNobodysName.next();
                assertThat(inNobodysName.getInt(1)).isZero();
            }
            for (String tampering : List.of(
                    "update audit_entry set facts = '{}'",
                    "delete from audit_entry",
                    "truncate audit_entry",
                    "alter table audit_entry disable trigger all",
                    "drop table audit_entry",
                    "update document_grant_history set purpose = ''",
                    "delete from document_grant_history")) {
                assertThatThrownBy(() -> statement.execute(tampering))
                        .as(tampering)
                        .isInstanceOfSatisfying(
                                SQLException.class,
                                refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
            }
        }
    }

    /** Action, outcome and account of the entries, in their order. */
    private List<String> entries(String which) throws SQLException {
        String query = """
                select act, outcome, coalesce(p.email, '') from audit_entry a left join person p on p.id = a.actor_id
                where %s order by a.id
                """.formatted(which.replaceFirst("^id", "a.id"));
        List<String> found = new ArrayList<>();
        try (Connection connection = desk.stack.database().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                found.add("%s %s %s".formatted(rows.getString(1), rows.getString(2), account(rows.getString(3))));
            }
        }
        return found;
    }

    private static String account(String email) {
        return email.isEmpty() ? "" : email.substring(0, email.indexOf('@'));
    }

    private String one(String query) throws SQLException {
        try (Connection connection = desk.stack.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}

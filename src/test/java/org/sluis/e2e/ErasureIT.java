package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sluis.e2e.RestClient.json;
import static org.sluis.e2e.RestClient.problem;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Erasing a document: gone for everybody at once, unreadable for ever, kept in the trail. */
class ErasureIT {

    private final Desk desk = new Desk();
    private final RestClient uploader = desk.person("client-a1");
    private final RestClient admin = desk.person("admin");

    @Test
    void anErasedDocumentIsAbsentForEverybody() {
        String id = desk.released();
        desk.grant(id, "inspector-1", "DOWNLOAD");
        HttpResponse<byte[]> erased = admin.delete("/documents/" + id);
        assertThat(erased.statusCode()).isEqualTo(204);
        assertThat(erased.body()).isEmpty();
        for (String account : List.of("client-a1", "inspector-1", "admin", "dpo")) {
            RestClient person = desk.person(account);
            for (String below : List.of("", "/content", "/versions", "/grants")) {
                HttpResponse<byte[]> seen = person.get("/documents/" + id + below);
                assertThat(seen.statusCode()).as(account + below).isEqualTo(404);
                assertThat(seen.body())
                        .isEqualTo(person.get("/documents/" + UUID.randomUUID() + below)
                                .body());
            }
            assertThat(json(person.get("/documents?limit=200")).findValuesAsText("id"))
                    .doesNotContain(id);
        }
        assertThat(admin.delete("/documents/" + id).statusCode()).isEqualTo(404);
        assertThat(uploader.upload("/documents/" + id + "/versions", "", "report.txt", Desk.TEXT)
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void keysAreDestroyedGrantsAreHistoryAndBytesRemoved() throws SQLException {
        String id = desk.released();
        desk.grant(id, "inspector-1", "DOWNLOAD");
        assertThat(uploader.upload("/documents/" + id + "/versions", "", "report.txt", Desk.TEXT)
                        .statusCode())
                .isEqualTo(201);
        String blob = one("select blob_id from document_version where number = 2 and document_id = '%s'", id);
        assertThat(isStored(blob)).isTrue();

        assertThat(admin.delete("/documents/" + id).statusCode()).isEqualTo(204);

        assertThat(one("select state from document where id = '%s'", id)).isEqualTo("ERASED");
        assertThat(one(
                        "select count(*) from document_version where wrapped_key is not null and document_id = '%s'",
                        id))
                .isEqualTo("0");
        assertThat(one("select count(*) from document_grant where document_id = '%s'", id))
                .isEqualTo("0");
        assertThat(one(
                        "select count(*) from document_grant_history where ended_how = 'ERASED' and document_id = '%s'",
                        id))
                .isEqualTo("2");
        await().until(() -> !isStored(blob));
        await().until(() -> one("select count(*) from blob_removal where blob_id = '%s'", blob)
                .equals("0"));
    }

    @Test
    void onlyAdministratorsEraseAndOnlyTheStateTheyName() {
        String id = desk.released();
        for (String account : List.of("client-a1", "inspector-1", "dpo")) {
            assertThat(problem(desk.person(account).delete("/documents/" + id))).isEqualTo("/problems/role-missing");
        }
        assertThat(problem(admin.call("DELETE", "/documents/" + id, "", "If-Match", "\"r999\"")))
                .isEqualTo("/problems/stale");
        assertThat(uploader.get("/documents/" + id + "/content").statusCode()).isEqualTo(200);
    }

    private boolean isStored(String blob) {
        try (Stream<Path> files = Files.walk(desk.stack.portal().storage())) {
            return files.anyMatch(file -> file.endsWith(blob));
        } catch (IOException changedMeanwhile) {
            return true;
        }
    }

    private String one(String query, String id) throws SQLException {
        try (Connection connection = desk.stack.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query.formatted(id))) {
            assertThat(row.next()).isTrue();
            return row.getString(1);
        }
    }
}

package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sluis.e2e.RestClient.json;
import static org.sluis.e2e.RestClient.problem;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Changing what a document is called, described and filed as. */
class AmendmentIT {

    private final Desk desk = new Desk();
    private final RestClient uploader = desk.person("client-a1");
    private final RestClient admin = desk.person("admin");

    @Test
    void uploaderAndAdministratorChangeWhatTheyHaveRead() {
        String id = desk.released();
        HttpResponse<byte[]> changed =
                patch(uploader, id, "{\"title\":\" Batch 8 \",\"description\":\"cores\"}", tag(uploader, id));
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(json(changed).path("title").asText()).isEqualTo("Batch 8");
        assertThat(json(changed).path("description").asText()).isEqualTo("cores");
        assertThat(tag(changed)).isEqualTo(tag(admin, id));

        JsonNode cleared = json(patch(admin, id, "{\"description\":null}", tag(changed)));
        assertThat(cleared.path("description").isNull()).isTrue();
        assertThat(cleared.path("title").asText()).isEqualTo("Batch 8");
    }

    @Test
    void theTagChangesWithEachChangeAndOnlyThen() {
        HttpResponse<byte[]> sent = uploader.upload(Desk.REPORT, "report.txt", Desk.TEXT);
        String id = json(sent).path("id").asText();
        assertThat(tag(sent)).startsWith("\"").isEqualTo(tag(uploader, id));
        assertThat(tag(patch(uploader, id, "{}", tag(sent)))).isEqualTo(tag(sent));
        String first = tag(patch(uploader, id, "{\"title\":\"one\"}", tag(sent)));
        assertThat(first).isNotEqualTo(tag(sent));
        assertThat(tag(patch(uploader, id, "{\"title\":\"two\"}", first))).isNotIn(first, tag(sent));
    }

    @Test
    void aChangeMustNameTheStateItIsMadeTo() {
        String id = desk.released();
        String read = tag(uploader, id);
        assertThat(problem(uploader.call("PATCH", "/documents/" + id, "{\"title\":\"x\"}", "Content-Type", PATCH)))
                .isEqualTo("/problems/precondition-required");
        assertThat(patch(admin, id, "{\"title\":\"theirs\"}", read).statusCode())
                .isEqualTo(200);
        for (String stale : List.of(read, "W/" + tag(uploader, id), "\"r999\"", "nonsense")) {
            HttpResponse<byte[]> refused = patch(uploader, id, "{\"title\":\"mine\"}", stale);
            assertThat(refused.statusCode()).as(stale).isEqualTo(412);
            assertThat(problem(refused)).isEqualTo("/problems/stale");
        }
        assertThat(json(uploader.get("/documents/" + id)).path("title").asText())
                .isEqualTo("theirs");
        assertThat(patch(uploader, id, "{\"title\":\"mine\"}", "\"x\", " + tag(uploader, id))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aNewCategoryMustTakeTheContent() {
        String id = desk.released();
        assertThat(problem(patch(uploader, id, "{\"category\":\"identity-copy\"}", tag(uploader, id))))
                .isEqualTo("/problems/type-not-allowed");
        assertThat(problem(patch(uploader, id, "{\"category\":\"poetry\"}", tag(uploader, id))))
                .isEqualTo("/problems/invalid-member");
        assertThat(json(patch(uploader, id, "{\"category\":\"correspondence\"}", tag(uploader, id)))
                        .path("category")
                        .asText())
                .isEqualTo("correspondence");
    }

    @Test
    void contentThatDidNotPassKeepsItsCategory() {
        HttpResponse<byte[]> refused = uploader.upload(Desk.REPORT, "report.pdf", Desk.TEXT);
        assertThat(refused.statusCode()).isEqualTo(422);
        String id = json(refused).path("documentId").asText();
        assertThat(problem(patch(uploader, id, "{\"category\":\"correspondence\"}", tag(uploader, id))))
                .isEqualTo("/problems/not-checked");
    }

    @Test
    void membersThatAreNotTheirsToChangeAreUnknown() {
        String id = desk.released();
        for (String member : List.of("state", "sha256", "uploadedBy", "right", "version", "id", "revision")) {
            assertThat(problem(patch(uploader, id, "{\"%s\":null}".formatted(member), tag(uploader, id))))
                    .as(member)
                    .isEqualTo("/problems/unknown-member");
        }
        for (String senseless : List.of("{\"title\":null}", "{\"title\":5}", "{\"title\":\"\"}", "[]", "null", "{")) {
            assertThat(patch(uploader, id, senseless, tag(uploader, id)).statusCode())
                    .as(senseless)
                    .isEqualTo(400);
        }
    }

    @Test
    void readersMayNotChangeAndStrangersSeeNothing() {
        String id = desk.released();
        desk.grant(id, "inspector-1", "REVISE");
        RestClient reader = desk.person("inspector-1");
        assertThat(problem(patch(reader, id, "{\"title\":\"x\"}", tag(reader, id))))
                .isEqualTo("/problems/right-missing");
        assertThat(problem(patch(desk.person("dpo"), id, "{\"title\":\"x\"}", "*")))
                .isEqualTo("/problems/role-missing");
        for (String account : List.of("client-a2", "client-b1", "inspector-2")) {
            HttpResponse<byte[]> foreign = patch(desk.person(account), id, "{\"title\":\"x\"}", "*");
            HttpResponse<byte[]> random =
                    patch(desk.person(account), UUID.randomUUID().toString(), "{\"title\":\"x\"}", "*");
            assertThat(foreign.statusCode()).isEqualTo(404);
            assertThat(foreign.body()).isEqualTo(random.body());
            assertThat(foreign.headers().map().keySet())
                    .isEqualTo(random.headers().map().keySet())
                    .doesNotContain("etag");
        }
    }

    private static final String PATCH = "application/merge-patch+json";

    private static HttpResponse<byte[]> patch(RestClient person, String id, String change, String expected) {
        return person.call("PATCH", "/documents/" + id, change, "Content-Type", PATCH, "If-Match", expected);
    }

    private static String tag(RestClient person, String id) {
        return tag(person.get("/documents/" + id));
    }

    private static String tag(HttpResponse<byte[]> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }
}

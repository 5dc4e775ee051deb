package org.sluis.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.sluis.inspection.Archive;
import org.sluis.inspection.PdfSample;

/** Every address of the API that changes something of documents, each called so that it does. */
final class DocumentActs {

    private static final Duration SOON = Duration.ofMinutes(3);
    private static final String WHY = "{\"reason\":\"it is time\"}";

    private final Ledger ledger;
    private final Desk desk;
    private final RestClient admin;
    private final RestClient second;
    private final RestClient client;

    DocumentActs(Ledger ledger, Registry registry) {
        this.ledger = ledger;
        this.desk = registry.desk;
        this.admin = registry.admin;
        this.second = registry.second;
        this.client = desk.person("client-a1");
    }

    void walk() throws Exception {
        documents();
        piecewise();
        grants();
        secondLooks();
        copies();
        quarantine();
    }

    private void documents() {
        HttpResponse<byte[]> sent = ledger.leaves(
                "document-uploaded", "POST /api/documents", () -> client.upload(Desk.REPORT, "report.txt", Desk.TEXT));
        String id = client.released(sent);
        String address = "/documents/" + id;
        ledger.leaves(
                "document-uploaded",
                "POST /api/documents/{id}/versions",
                () -> client.upload(address + "/versions", "", "report.txt", Desk.TEXT));
        ledger.leaves(
                "document-downloaded",
                "POST /api/documents/archive",
                () -> client.post("/documents/archive", "{\"ids\":[\"%s\"]}".formatted(id)));
        ledger.leaves(
                "document-amended",
                "PATCH /api/documents/{id}",
                () -> client.call(
                        "PATCH",
                        address,
                        "{\"title\":\"Strength of batch 8\"}",
                        "Content-Type",
                        "application/merge-patch+json",
                        "If-Match",
                        "*"));
        ledger.leaves("document-erased", "DELETE /api/documents/{id}", () -> admin.delete(address));
    }

    private void piecewise() {
        TusClient tus = new TusClient(client);
        HttpResponse<byte[]> begun = ledger.leaves(
                "upload-begun",
                "POST /api/uploads",
                () -> tus.tryToBegin(Desk.TEXT.length, TusClient.metadata(TusClient.REPORT)));
        ledger.leaves(
                "document-uploaded",
                "PATCH /api/uploads/{id}",
                () -> tus.send(RestClient.location(begun), 0, Desk.TEXT));
        String other = tus.begin(Desk.TEXT.length, TusClient.REPORT);
        ledger.leaves("upload-given-up", "DELETE /api/uploads/{id}", () -> tus.end(other));
    }

    private void grants() {
        String id = desk.released();
        String principal = "{\"type\":\"PERSON\",\"id\":\"%s\"}".formatted(desk.idOf("inspector-1"));
        HttpResponse<byte[]> given = ledger.leaves(
                "grant-given",
                "POST /api/documents/{document}/grants",
                () -> admin.post(
                        "/documents/" + id + "/grants",
                        "{\"principal\":%s,\"right\":\"VIEW\",\"purpose\":\"inspection\"}".formatted(principal)));
        ledger.leaves(
                "grant-revoked",
                "DELETE /api/documents/{document}/grants/{grant}",
                () -> admin.delete("/documents/%s/grants/%s".formatted(id, Ledger.idIn(given))));
        HttpResponse<byte[]> together = ledger.leaves(
                "grant-given",
                "POST /api/grants/batch",
                () -> admin.post(
                        "/grants/batch",
                        "{\"documentIds\":[\"%s\"],\"principals\":[%s],\"right\":\"VIEW\",\"purpose\":\"inspection\"}"
                                .formatted(id, principal)));
        String one = RestClient.json(together).path("ids").path(0).asText();
        ledger.leaves("grant-revoked", "DELETE /api/grants/batch/{grant}", () -> admin.delete("/grants/batch/" + one));
    }

    private void secondLooks() {
        String id = refusedZip();
        String look = "/documents/" + id + "/versions/1/second-look";
        ledger.leaves(
                "second-look-asked",
                "POST /api/documents/{id}/versions/{number}/second-look",
                () -> client.post(look, WHY));
        ledger.leaves(
                "second-look-withdrawn",
                "DELETE /api/documents/{id}/versions/{number}/second-look",
                () -> client.delete(look));
        ledger.leaves(
                "content-discarded",
                "POST /api/quarantine/{id}/discard",
                () -> admin.call("POST", "/quarantine/" + version(id) + "/discard", ""));
        String declined = lookedFor();
        ledger.leaves(
                "second-look-declined",
                "POST /api/quarantine/{id}/second-look/refusal",
                () -> admin.post("/quarantine/" + declined + "/second-look/refusal", WHY));
        String lifted = "/quarantine/" + lookedFor() + "/reinstatement";
        HttpResponse<byte[]> proposed = ledger.leaves(
                "reinstatement-proposed", "POST /api/quarantine/{id}/reinstatement", () -> admin.post(lifted, WHY));
        ledger.leaves(
                "reinstatement-declined",
                "DELETE /api/quarantine/{id}/reinstatement/{proposal}",
                () -> admin.delete(lifted + "/" + Ledger.idIn(proposed)));
        HttpResponse<byte[]> again = admin.post(lifted, WHY);
        ledger.leaves(
                "rule-lifted",
                "POST /api/quarantine/{id}/reinstatement/{proposal}/consent",
                () -> second.call("POST", lifted + "/" + Ledger.idIn(again) + "/consent", ""));
    }

    private void copies() {
        byte[] scripted = new PdfSample()
                .catalog("OpenAction", PdfSample.dictionary("S", "JavaScript", "JS", "(app.alert(1))"))
                .bytes();
        String copy =
                "/documents/" + client.refused(client.upload(Desk.REPORT, "form.pdf", scripted)) + "/cleaned-copy";
        HttpResponse<byte[]> proposed = ledger.leaves(
                "copy-proposed",
                "POST /api/documents/{id}/cleaned-copy/proposal",
                () -> client.call("POST", copy + "/proposal", ""));
        ledger.leaves(
                "copy-sent",
                "POST /api/documents/{id}/cleaned-copy",
                () -> client.post(
                        copy,
                        "{\"proposal\":\"%s\"}"
                                .formatted(RestClient.json(proposed)
                                        .path("proposal")
                                        .asText())));
    }

    private void quarantine() throws Exception {
        desk.stack.clamd().suspend();
        await().atMost(SOON).until(() -> !desk.stack.portal().isReady());
        String waiting = RestClient.json(client.handIn(Desk.REPORT, "report.txt", Desk.TEXT))
                .path("id")
                .asText();
        ledger.leaves(
                "check-hastened",
                "POST /api/quarantine/{id}/retry",
                () -> admin.call("POST", "/quarantine/" + version(waiting) + "/retry", ""));
        ledger.leaves("rescan-begun", "POST /api/quarantine/rescan", () -> admin.post("/quarantine/rescan", WHY));
        desk.stack.clamd().resume();
        await().atMost(SOON).until(desk.stack.portal()::isReady);
    }

    /** A version of a refused document whose sender waits for administrators. */
    private String lookedFor() {
        String id = refusedZip();
        assertThat(client.post("/documents/" + id + "/versions/1/second-look", WHY)
                        .statusCode())
                .isEqualTo(201);
        return version(id);
    }

    private String refusedZip() {
        byte[] program = ("MZ\0\0 " + UUID.randomUUID()).getBytes(UTF_8);
        return client.refused(client.upload(
                Desk.REPORT,
                "files.zip",
                Archive.ofText("a.txt").with("setup.exe", program).bytes()));
    }

    /** The version of a document on the quarantine desk. */
    private String version(String document) {
        for (String state : List.of("REJECTED", "CHECKING")) {
            for (JsonNode item : RestClient.json(admin.get("/quarantine?limit=200&state=" + state))
                    .path("items")) {
                if (item.path("documentId").asText().equals(document)) {
                    return item.path("id").asText();
                }
            }
        }
        throw new AssertionError("not on the desk");
    }
}

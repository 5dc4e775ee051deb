package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.sluis.inspection.WordDocument;
import org.sluis.stack.SharedStack;
import org.sluis.stack.Stack;

/** The main job over REST: a client sends, an administrator grants, an inspector reads, and nobody else ever knows. */
@TestInstance(Lifecycle.PER_CLASS)
class ExchangeIT {

    private static final String REPORT = "{\"title\":\"Strength of batch 7\",\"category\":\"test-report\"}";
    private static final byte[] TEXT = "28 days: 52,5 N/mm2\n".getBytes(StandardCharsets.UTF_8);

    private final Stack stack = SharedStack.get();
    private final RestClient client = new RestClient(stack, "client-a1");
    private final RestClient admin = new RestClient(stack, "admin");
    private final RestClient inspector = new RestClient(stack, "inspector-1");

    @BeforeAll
    void everybodyHasSignedInOnce() {
        List.of(client, admin, inspector)
                .forEach(person -> assertThat(person.get("/me").statusCode()).isEqualTo(200));
    }

    @Test
    void inspectorReadsTheSameBytesOnceGranted() {
        String id = released(client.upload(REPORT, "report.txt", TEXT));
        assertThat(inspector.get("/documents/" + id).statusCode()).isEqualTo(404);

        assertThat(grant(id, "DOWNLOAD", "").statusCode()).isEqualTo(201);

        HttpResponse<byte[]> content = inspector.get("/documents/" + id + "/content");
        assertThat(content.statusCode()).isEqualTo(200);
        assertThat(content.body()).isEqualTo(TEXT);
        assertThat(content.headers().firstValue("Cache-Control")).contains("private, no-store");
        assertThat(content.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(content.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename*=UTF-8''report.txt");
        assertThat(ids(inspector)).contains(id);
    }

    @Test
    void answersOneRangeOfTheContent() {
        String id = released(client.upload(REPORT, "report.txt", TEXT));
        HttpResponse<byte[]> part = client.get("/documents/" + id + "/content", "Range", "bytes=3-6");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo("days".getBytes(StandardCharsets.UTF_8));
        assertThat(client.get("/documents/" + id + "/content", "Range", "bytes=500-")
                        .statusCode())
                .isEqualTo(416);
    }

    @Test
    void revokedGrantIsRefusedAtOnce() {
        String id = released(client.upload(REPORT, "report.txt", TEXT));
        JsonNode grant = RestClient.json(grant(id, "DOWNLOAD", ""));
        assertThat(admin.delete("/documents/" + id + "/grants/"
                                + grant.path("id").asText())
                        .statusCode())
                .isEqualTo(204);
        assertThat(inspector.get("/documents/" + id + "/content").statusCode()).isEqualTo(404);
        assertThat(ids(inspector)).doesNotContain(id);
    }

    @Test
    void grantWithAnEndIsRefusedAfterIt() {
        String id = released(client.upload(REPORT, "report.txt", TEXT));
        grant(id, "DOWNLOAD", ",\"validUntil\":\"%s\"".formatted(Instant.now().plus(Duration.ofHours(1))));
        assertThat(inspector.get("/documents/" + id).statusCode()).isEqualTo(200);

        new Desk()
                .change(
                        "update document_grant set valid_until = now() + interval '1 second' where valid_until is not null and document_id = '%s'"
                                .formatted(id));
        await().until(() -> inspector.get("/documents/" + id).statusCode() == 404);
        assertThat(inspector.get("/documents/" + id + "/content").statusCode()).isEqualTo(404);
        assertThat(ids(inspector)).doesNotContain(id);
    }

    @Test
    void foreignAndRandomDocumentsAnswerAlike() {
        String foreign = released(client.upload(REPORT, "report.txt", TEXT));
        for (String account : List.of("client-a2", "client-b1", "inspector-2", "dpo")) {
            RestClient stranger = new RestClient(stack, account);
            for (String below : List.of("", "/content", "/versions", "/grants")) {
                HttpResponse<byte[]> seen = stranger.get("/documents/" + foreign + below);
                HttpResponse<byte[]> random = stranger.get("/documents/" + UUID.randomUUID() + below);
                assertThat(seen.statusCode()).isEqualTo(404);
                assertThat(seen.body()).isEqualTo(random.body());
                assertThat(seen.headers().map().keySet())
                        .isEqualTo(random.headers().map().keySet());
            }
            assertThat(ids(stranger)).doesNotContain(foreign);
        }
    }

    @Test
    void administratorSeesMetadataButNoContentWithoutGrant() {
        String id = released(client.upload(REPORT, "report.txt", TEXT));
        assertThat(admin.get("/documents/" + id).statusCode()).isEqualTo(200);
        assertThat(admin.get("/documents/" + id + "/content").statusCode()).isEqualTo(403);
    }

    @Test
    void onlyAdministratorsGrant() {
        String id = released(client.upload(REPORT, "report.txt", TEXT));
        HttpResponse<byte[]> refused = client.post("/documents/" + id + "/grants", "{}");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(type(refused)).isEqualTo("/problems/role-missing");
    }

    @Test
    void malwareIsRefusedAlsoInsideADocument() {
        assertThat(type(client.upload(REPORT, "virus.txt", eicar()))).isEqualTo("/problems/malware-found");
        assertThat(type(client.upload(REPORT, "virus.docx", wordDocument(eicar()))))
                .isEqualTo("/problems/malware-found");
    }

    @Test
    void wordDocumentPasses() {
        JsonNode document = RestClient.json(client.upload(REPORT, "letter.docx", wordDocument(TEXT)));
        assertThat(document.path("state").asText()).isEqualTo("AVAILABLE");
        assertThat(document.path("mediaType").asText()).endsWith("wordprocessingml.document");
    }

    @Test
    void imageUnderTheNameOfAPdfIsAMismatchAndAProgramIsNotAllowed() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", png);
        assertThat(type(client.upload(REPORT, "scan.pdf", png.toByteArray()))).isEqualTo("/problems/type-mismatch");
        byte[] elf = new byte[256];
        System.arraycopy(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1}, 0, elf, 0, 7);
        assertThat(type(client.upload(REPORT, "scan.pdf", elf))).isEqualTo("/problems/type-not-allowed");
    }

    @Test
    void membersNobodyAskedForAreRefused() {
        String assigned = "{\"title\":\"x\",\"category\":\"test-report\",\"state\":\"AVAILABLE\"}";
        assertThat(type(client.upload(assigned, "report.txt", TEXT))).isEqualTo("/problems/unknown-member");
        assertThat(type(client.upload(REPORT, "report.txt", new byte[0]))).isEqualTo("/problems/empty-file");
    }

    @Test
    void uploadWaitsForAStoppedScannerAndGoesOnByItself() throws Exception {
        stack.clamd().suspend();
        String id;
        try {
            HttpResponse<byte[]> accepted = client.upload(REPORT, "report.txt", TEXT);
            assertThat(accepted.statusCode()).isEqualTo(202);
            id = RestClient.json(accepted).path("id").asText();
            assertThat(client.get("/documents/" + id + "/content").statusCode()).isEqualTo(404);
        } finally {
            stack.clamd().resume();
        }
        await().until(() -> RestClient.json(client.get("/documents/" + id))
                .path("state")
                .asText()
                .equals("AVAILABLE"));
        await().until(stack.portal()::isReady);
    }

    private HttpResponse<byte[]> grant(String id, String right, String more) {
        String person = RestClient.json(inspector.get("/me")).path("id").asText();
        return admin.post(
                "/documents/" + id + "/grants",
                "{\"principal\":{\"type\":\"PERSON\",\"id\":\"%s\"},\"right\":\"%s\",\"purpose\":\"inspection\"%s}"
                        .formatted(person, right, more));
    }

    private static String released(HttpResponse<byte[]> upload) {
        assertThat(upload.statusCode()).isEqualTo(201);
        return RestClient.json(upload).path("id").asText();
    }

    private static List<String> ids(RestClient person) {
        return RestClient.json(person.get("/documents?limit=200")).path("items").findValuesAsText("id");
    }

    private static String type(HttpResponse<byte[]> response) {
        return RestClient.json(response).path("type").asText();
    }

    private static byte[] eicar() {
        return ("X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR" + "-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] wordDocument(byte[] embedded) {
        return new WordDocument().part("word/media/attachment.txt", embedded).bytes();
    }
}

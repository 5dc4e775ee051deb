package org.sluis.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.sluis.inspection.PdfSample;
import org.sluis.inspection.WordDocument;
import org.sluis.inspection.WorkbookSample;

/** Copies of refused documents without what was refused: proposed, accepted, checked again, and marked for everybody. */
class CleanedCopyIT {

    private static final String NO_PROPOSAL = "{\"proposal\":\"0\"}";
    private static final Duration SOON = Duration.ofMinutes(3);
    private static final int PHONE = 390;

    private final Desk desk = new Desk();
    private final RestClient client = desk.person("client-a1");

    private static byte[] scripted() {
        return new PdfSample()
                .catalog("OpenAction", PdfSample.dictionary("S", "JavaScript", "JS", "(app.alert(1))"))
                .bytes();
    }

    /** A busy machine answers before it has decided. */
    private String refused(String name, byte[] content) {
        JsonNode answer = RestClient.json(client.upload(Desk.REPORT, name, content));
        String document = "/documents/"
                + answer.path(answer.has("documentId") ? "documentId" : "id").asText();
        awaitState(document, "REJECTED");
        return document;
    }

    private void awaitState(String document, String state) {
        await().atMost(SOON)
                .until(() -> RestClient.json(client.get(document)).path("state").asText(), state::equals);
    }

    private static String id(String document) {
        return document.substring(document.lastIndexOf('/') + 1);
    }

    private HttpResponse<byte[]> proposal(RestClient person, String document) {
        return person.call("POST", document + "/cleaned-copy/proposal", "");
    }

    private HttpResponse<byte[]> accepted(RestClient person, String document, String body) {
        return person.post(document + "/cleaned-copy", body);
    }

    private JsonNode copied(String document) {
        HttpResponse<byte[]> proposed = proposal(client, document);
        assertThat(proposed.statusCode()).as(new String(proposed.body(), UTF_8)).isEqualTo(200);
        JsonNode proposal = RestClient.json(proposed);
        HttpResponse<byte[]> sent = accepted(
                client,
                document,
                "{\"proposal\":\"%s\"}".formatted(proposal.path("proposal").asText()));
        assertThat(sent.statusCode()).as(new String(sent.body(), UTF_8)).isIn(201, 202);
        awaitState(document, "AVAILABLE");
        return proposal;
    }

    private long acts(String act, String document) {
        return desk.number(
                "select count(*) from audit_entry where act = '%s' and resource_id = '%s' and outcome = 'ALLOWED'"
                        .formatted(act, id(document)));
    }

    @Test
    void formComesInWithoutItsScriptAndSaysSoToEveryReader() throws IOException {
        String document = refused("form.pdf", scripted());
        JsonNode before = RestClient.json(client.get(document));
        assertThat(before.at("/refusal/copyPossible").asBoolean()).isTrue();

        JsonNode proposal = copied(document);
        assertThat(proposal.path("fileName").asText()).isEqualTo("form.pdf");
        assertThat(proposal.path("fromVersion").asInt()).isEqualTo(1);
        assertThat(proposal.at("/removed/0/rule").asText()).isEqualTo("pdf-script");
        assertThat(proposal.path("signaturesLost").asBoolean()).isFalse();

        desk.grant(id(document), "inspector-1", "DOWNLOAD");
        RestClient reader = desk.person("inspector-1");
        JsonNode seen = RestClient.json(reader.get(document));
        assertThat(seen.path("state").asText()).isEqualTo("AVAILABLE");
        assertThat(seen.path("version").asInt()).isEqualTo(2);
        assertThat(seen.has("refusal")).isFalse();
        JsonNode made = seen.path("madeByPortal");
        assertThat(made.path("fromVersion").asInt()).isEqualTo(1);
        assertThat(made.path("fromSha256").asText())
                .isEqualTo(before.path("sha256").asText());
        assertThat(made.path("removed")).isEqualTo(proposal.path("removed"));
        assertThat(RestClient.json(reader.get(document + "/versions")).path("items"))
                .hasSize(1);

        byte[] bytes = reader.get(document + "/content").body();
        assertThat(new String(bytes, ISO_8859_1)).startsWith("%PDF").doesNotContain("app.alert");
        try (PDDocument copy = Loader.loadPDF(bytes)) {
            assertThat(copy.getNumberOfPages()).isEqualTo(1);
            assertThat(copy.getDocumentCatalog().getCOSObject().containsKey(COSName.OPEN_ACTION))
                    .isFalse();
        }
        assertThat(client.get(document + "/content?version=1").statusCode()).isEqualTo(404);
        assertThat(acts("copy-proposed", document)).isEqualTo(1);
        assertThat(acts("copy-sent", document)).isEqualTo(1);
        assertThat(acts("document-released", document)).isEqualTo(1);
    }

    @Test
    void workbookComesInWithoutThePictureFromTheWeb() throws IOException {
        String document = refused("figures.xlsx", WorkbookSample.withPicture("https://evil.example/pixel.png"));
        JsonNode proposal = copied(document);
        assertThat(proposal.at("/removed/0/rule").asText()).isEqualTo("remote-picture");
        assertThat(proposal.at("/removed/0/found").asText()).isEqualTo("https://evil.example/pixel.png");
        assertThat(RestClient.json(client.get(document)).path("state").asText()).isEqualTo("AVAILABLE");
        StringBuilder parts = new StringBuilder();
        byte[] bytes = client.get(document + "/content").body();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.append(new String(zip.readAllBytes(), UTF_8));
            }
        }
        assertThat(parts).contains("<v>52.5</v>").doesNotContain("evil.example");
    }

    @Test
    void nobodyButTheSenderCanHaveACopyMade() {
        String document = refused("form.pdf", scripted());
        for (String account : List.of("client-b1", "inspector-1")) {
            RestClient stranger = desk.person(account);
            assertThat(proposal(stranger, document).statusCode()).as(account).isEqualTo(404);
            assertThat(accepted(stranger, document, NO_PROPOSAL).statusCode())
                    .as(account)
                    .isEqualTo(404);
        }
        for (String account : List.of("admin", "dpo")) {
            RestClient employee = desk.person(account);
            assertThat(proposal(employee, document).statusCode()).as(account).isEqualTo(403);
            assertThat(accepted(employee, document, NO_PROPOSAL).statusCode())
                    .as(account)
                    .isEqualTo(403);
        }
        assertThat(RestClient.json(client.get(document + "/versions")).path("items"))
                .hasSize(1);
    }

    @Test
    void copyThatNobodyWasShownIsNotSent() {
        String document = refused("form.pdf", scripted());
        HttpResponse<byte[]> stale = accepted(client, document, NO_PROPOSAL);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(RestClient.problem(stale)).isEqualTo("/problems/stale");
        assertThat(RestClient.json(client.get(document)).path("state").asText()).isEqualTo("REJECTED");
        assertThat(RestClient.json(client.get(document + "/versions")).path("items"))
                .hasSize(1);
        assertThat(acts("copy-sent", document)).isZero();
    }

    @Test
    void thereIsNoSecondCopyAndNoneOfWhatCannotBeLeftOutOrIsGone() {
        String copied = refused("form.pdf", scripted());
        copied(copied);
        assertThat(RestClient.problem(proposal(client, copied))).isEqualTo("/problems/no-copy");

        String macros = refused(
                "letter.docx",
                new WordDocument().part("word/vbaProject.bin", Desk.TEXT).bytes());
        assertThat(RestClient.json(client.get(macros))
                        .at("/refusal/copyPossible")
                        .asBoolean())
                .isFalse();
        assertThat(RestClient.problem(proposal(client, macros))).isEqualTo("/problems/no-copy");

        String gone = refused("form.pdf", scripted());
        desk.change("update document_version set wrapped_key = null where document_id = '%s'".formatted(id(gone)));
        assertThat(RestClient.json(client.get(gone)).at("/refusal/copyPossible").asBoolean())
                .isFalse();
        assertThat(RestClient.problem(proposal(client, gone))).isEqualTo("/problems/no-copy");
    }

    @Test
    void documentIsErasedWithItsCopyAndWhatThatWasMadeOf() {
        String document = refused("form.pdf", scripted());
        copied(document);
        assertThat(desk.person("admin").delete(document).statusCode()).isEqualTo(204);
        assertThat(client.get(document).statusCode()).isEqualTo(404);
        assertThat(desk.number(
                        "select count(*) from document_version where document_id = '%s' and wrapped_key is not null"
                                .formatted(id(document))))
                .isZero();
    }

    @Test
    void senderSeesWhatGoesAndAcceptsInTheBrowser() {
        String document = refused("form.pdf", scripted());
        String portal = desk.stack.portal().url();
        NewContextOptions options = new NewContextOptions().setLocale("en").setViewportSize(PHONE, 900);
        try (Guest sender = Chromium.guest(portal, options).signIn("client-a1")) {
            sender.open("/portal" + document);
            sender.picture("phone-refused");
            sender.button("Make a copy without it").click();
            Guest.expect(sender.page().locator("h1")).hasText("A copy without what was refused");
            sender.picture("phone-copy-proposed");
            assertThat(sender.page().locator("article").innerText()).contains("form.pdf", "app.alert(1)");
            assertThat((Integer) sender.page().evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(PHONE);
            assertThat(Accessibility.violations(sender.page())).isEmpty();
            sender.button("Send this copy").click();
            sender.page().waitForURL("**" + document);
            awaitState(document, "AVAILABLE");
            sender.open("/portal" + document);
            Guest.expect(sender.page().locator("#made")).hasText("Made by the portal");
            sender.picture("phone-copy-sent");
            assertThat(sender.page().locator(".notice--available").innerText()).contains("Available");
            assertThat(Accessibility.violations(sender.page())).isEmpty();
            assertThat(sender.complaints()).isEmpty();
        }
        assertThat(RestClient.json(client.get(document)).path("version").asInt())
                .isEqualTo(2);
    }
}

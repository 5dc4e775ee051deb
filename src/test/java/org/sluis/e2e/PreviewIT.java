package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sluis.e2e.RestClient.json;
import static org.sluis.e2e.RestClient.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.sluis.inspection.WordDocument;

/** Documents to look at: who is shown what, without ever getting the file. */
class PreviewIT {

    private static final String FIRST = "/pages/1?width=400";

    private final Desk desk = new Desk();
    private final RestClient sender = desk.person("client-a1");
    private final RestClient reader = desk.person("inspector-1");

    @Test
    void whoeverMayOnlySeeADocumentIsShownItWithTheirNameAcrossAndGetsNoFile() {
        String id = desk.released("report.pdf", Pdf.saying("52,5 N/mm2"));
        desk.grant(id, "inspector-1", "VIEW");
        String preview = "/documents/" + id + "/preview";

        JsonNode outline = json(reader.get(preview));
        assertThat(outline.path("kind").asText()).isEqualTo("PAGES");
        assertThat(outline.path("pages").asInt()).isEqualTo(1);
        assertThat(outline.path("width").asInt()).isBetween(799, 800);
        assertThat(outline.path("marked").asBoolean()).isTrue();
        assertThat(json(sender.get(preview)).path("marked").asBoolean()).isFalse();

        HttpResponse<byte[]> marked = reader.get(preview + FIRST);
        assertThat(marked.statusCode()).isEqualTo(200);
        assertThat(marked.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(marked.headers().firstValue("Cache-Control")).contains("private, no-store");
        assertThat(marked.headers().firstValue("Content-Security-Policy")).contains("sandbox; default-src 'none'");
        assertThat(widthOf(marked)).isBetween(399, 400);
        HttpResponse<byte[]> plain = sender.get(preview + FIRST);
        assertThat(sender.get(preview + FIRST).body()).isEqualTo(plain.body());
        assertThat(marked.body()).isNotEqualTo(plain.body());
        assertThat(problem(reader.get("/documents/" + id + "/content"))).isEqualTo("/problems/right-missing");

        for (String page : List.of("0", "2", "-1")) {
            assertThat(reader.get(preview + "/pages/" + page).statusCode())
                    .as(page)
                    .isEqualTo(404);
        }
        assertThat(problem(reader.get(preview + "/pages/1?width=1601"))).isEqualTo("/problems/invalid-member");
        assertThat(problem(reader.get(preview + "/text"))).isEqualTo("/problems/cannot-be-shown");
        assertThat(desk.number("select count(*) from document_recipient where document_id = '%s'".formatted(id)))
                .isZero();
        for (String account : List.of("inspector-1", "client-a1")) {
            assertThat(desk.number(
                            "select count(*) from audit_entry where act = 'document-previewed' and outcome = 'ALLOWED' and actor_id = '%s' and resource_id = '%s'"
                                    .formatted(desk.idOf(account), id)))
                    .as(account)
                    .isEqualTo(1);
        }
    }

    @Test
    void forWhoeverMayNotSeeADocumentThereIsNoPreviewEither() {
        String id = desk.released("report.pdf", Pdf.saying("for others"));
        String none = UUID.randomUUID().toString();
        for (String part : List.of("", FIRST, "/text", "?version=1", "/pages/99?version=7")) {
            assertAbsent(reader, id, none, part);
        }
        assertThat(problem(desk.person("admin").get("/documents/" + id + "/preview" + FIRST)))
                .isEqualTo("/problems/right-missing");
        desk.grant(id, "inspector-1", "VIEW");
        assertThat(reader.get("/documents/" + id + "/preview" + FIRST).statusCode())
                .isEqualTo(200);
        RestClient admin = desk.person("admin");
        for (JsonNode grant : json(admin.get("/documents/" + id + "/grants")).path("items")) {
            admin.delete("/documents/" + id + "/grants/" + grant.path("id").asText());
        }
        assertAbsent(reader, id, none, FIRST);
    }

    @Test
    void tablesAreRowsAndWhatCannotBeShownSaysSo() {
        String id = desk.released("series.csv", "dag;sterkte\n28;\"52,5\"\n".getBytes(StandardCharsets.UTF_8));
        desk.grant(id, "inspector-1", "VIEW");
        String preview = "/documents/" + id + "/preview";
        assertThat(json(reader.get(preview)).path("kind").asText()).isEqualTo("TABLE");
        JsonNode table = json(reader.get(preview + "/text"));
        assertThat(table.path("rows").path(1).path("cells").path(1).asText()).isEqualTo("52,5");
        assertThat(table.path("mark").asText()).isNotEmpty();
        assertThat(problem(reader.get(preview + FIRST))).isEqualTo("/problems/cannot-be-shown");

        assertThat(sender.upload("/documents/" + id + "/versions", "", "report.txt", Desk.TEXT)
                        .statusCode())
                .isEqualTo(201);
        assertThat(json(reader.get(preview + "/text")).path("text").asText())
                .isEqualTo(new String(Desk.TEXT, StandardCharsets.UTF_8));
        assertThat(json(reader.get(preview + "?version=1")).path("kind").asText())
                .isEqualTo("TABLE");
    }

    @Test
    void officeDocumentIsShownAsItsWordsWithTheReadersNameAboveThem() {
        String id = desk.released(
                "report.docx",
                new WordDocument()
                        .body("<w:p><w:r><w:t>52,5 N/mm2</w:t></w:r></w:p>")
                        .bytes());
        desk.grant(id, "inspector-1", "VIEW");
        String preview = "/documents/" + id + "/preview";
        JsonNode outline = json(reader.get(preview));
        assertThat(outline.path("kind").asText()).isEqualTo("TEXT");
        assertThat(outline.path("wordsOnly").asBoolean()).isTrue();
        JsonNode words = json(reader.get(preview + "/text"));
        assertThat(words.path("text").asText()).isEqualTo("52,5 N/mm2");
        assertThat(words.path("mark").asText()).contains(" \u00b7 ");
        assertThat(json(sender.get(preview + "/text")).path("mark").asText("")).doesNotContain("\u00b7");
        assertThat(desk.number(
                        "select count(*) from audit_entry where act = 'document-previewed' and outcome = 'ALLOWED' and actor_id = '%s' and resource_id = '%s'"
                                .formatted(desk.idOf("inspector-1"), id)))
                .isEqualTo(1);
    }

    @Test
    void readerSeesThePagesInTheBrowserAndFindsNoDownload() {
        String id = desk.released("report.pdf", Pdf.saying("52,5 N/mm2"));
        desk.grant(id, "inspector-1", "VIEW");
        try (Guest guest = Chromium.guest(
                        desk.stack.portal().url(),
                        new NewContextOptions()
                                .setLocale("en-GB")
                                .setBypassCSP(true)
                                .setViewportSize(390, 844))
                .signIn("inspector-1")) {
            guest.open("/portal/documents/" + id);
            Page page = guest.page();
            page.locator("#preview a").click();
            Locator sheet = page.locator("#preview img");
            page.waitForCondition(
                    () -> (Boolean) sheet.evaluate("sheet => sheet.complete && sheet.naturalWidth > 300"));
            assertThat(sheet.getAttribute("alt")).startsWith("Page 1 of 1 of ");
            assertThat(sheet.evaluate("sheet => Math.abs(sheet.naturalHeight - sheet.getAttribute('height')) <= 1"))
                    .isEqualTo(true);
            assertThat(page.locator("a[href*='/content']").count()).isZero();
            assertThat(Accessibility.violations(page)).isEmpty();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            guest.picture("preview-phone");
            guest.open("/portal/documents/" + id + "/preview?width=1600");
            page.waitForCondition(
                    () -> (Boolean) sheet.evaluate("sheet => sheet.complete && sheet.naturalWidth > 1500"));
            assertThat(Accessibility.violations(page)).isEmpty();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            assertThat(guest.complaints()).isEmpty();
        }
    }

    private static void assertAbsent(RestClient stranger, String id, String none, String part) {
        HttpResponse<byte[]> hidden = stranger.get("/documents/" + id + "/preview" + part);
        HttpResponse<byte[]> random = stranger.get("/documents/" + none + "/preview" + part);
        assertThat(hidden.statusCode()).as(part).isEqualTo(404);
        assertThat(new String(hidden.body(), StandardCharsets.UTF_8).replace(id, none))
                .isEqualTo(new String(random.body(), StandardCharsets.UTF_8));
    }

    private static int widthOf(HttpResponse<byte[]> picture) {
        try {
            return ImageIO.read(new ByteArrayInputStream(picture.body())).getWidth();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

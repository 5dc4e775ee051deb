package org.sluis.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sluis.e2e.RestClient.json;
import static org.sluis.e2e.RestClient.problem;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Searching and filtering: by what the reader may have and by nothing else, with every character meaning itself. */
class SearchIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Desk desk = new Desk();

    @Test
    void wordsOfADescriptionFindNothingForWhoIsGivenNone() {
        String word = "w" + UUID.randomUUID();
        String document = sent("Strength", "Cured with " + word);
        desk.grant(document, "dpo", "DOWNLOAD");
        desk.grant(document, "inspector-1", "DOWNLOAD");
        assertThat(found("client-a1", word)).containsExactly(document);
        assertThat(found("inspector-1", word)).containsExactly(document);
        assertThat(found("admin", word)).containsExactly(document);
        assertThat(found("dpo", word)).isEmpty();
    }

    @Test
    void wordsOfATitleFindForEverybody() {
        String word = "w" + UUID.randomUUID();
        String document = sent("Strength " + word, "Cured");
        desk.grant(document, "dpo", "VIEW");
        assertThat(found("dpo", word)).containsExactly(document);
    }

    @Test
    void filterOnAConcealedMemberIsRefusedLikeOneThatDoesNotExist() {
        for (String value : List.of(UUID.randomUUID().toString(), "", "nonsense")) {
            HttpResponse<byte[]> concealed = desk.person("dpo").get("/documents?dossierId=" + value);
            HttpResponse<byte[]> unknown = desk.person("dpo").get("/documents?dossierIdd=" + value);
            assertThat(concealed.statusCode()).isEqualTo(400);
            assertThat(text(concealed).replace("dossierId", "x"))
                    .isEqualTo(text(unknown).replace("dossierIdd", "x"));
        }
        assertThat(desk.person("inspector-1")
                        .get("/documents?dossierId=" + UUID.randomUUID())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void parametersThatDoNotExistAreRefusedEverywhere() {
        String document = desk.released();
        for (String path : List.of(
                "/documents?sort=title",
                "/documents?sha256=00",
                "/documents?limit=5&Q=x",
                "/documents/" + document + "?fields=sha256",
                "/documents/" + document + "/content?versoin=1",
                "/documents/" + document + "/versions?limit=1",
                "/documents/" + document + "/grants?q=x",
                "/documents/" + document + "/access?att=2026-01-01T00:00:00Z",
                "/people?name=x",
                "/me?x=1")) {
            assertThat(problem(desk.person("admin").get(path))).as(path).isEqualTo("/problems/unknown-member");
        }
        assertThat(problem(desk.person("admin").get("/documents?q=a&q=b"))).isEqualTo("/problems/invalid-member");
    }

    @Test
    void categoryThatDoesNotExistIsRefusedLikeSuchAState() {
        for (String parameter : List.of("category", "state")) {
            HttpResponse<byte[]> answer = desk.person("client-a1").get("/documents?" + parameter + "=nope");
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(problem(answer)).isEqualTo("/problems/invalid-member");
            assertThat(json(answer).path("member").asText()).isEqualTo(parameter);
        }
    }

    @Test
    void foreignAndRandomAreAlikeWithAParameterThatDoesNotExist() {
        String document = desk.released();
        HttpResponse<byte[]> foreign = desk.person("client-b1").get("/documents/" + document + "?x=1");
        HttpResponse<byte[]> random = desk.person("client-b1").get("/documents/" + UUID.randomUUID() + "?x=1");
        assertThat(text(foreign).replace(document, "")).isEqualTo(text(random).replaceAll("[0-9a-f-]{36}", ""));
    }

    @Test
    void wildcardsOfTheDatabaseAreOrdinaryCharacters() {
        String mark = UUID.randomUUID().toString();
        String special = sent(mark + " 100% of batch_7 \\ 'quoted' \"x\"", "d");
        sent(mark + " 100 and batch 7", "d");
        for (String words : List.of(
                mark + " 100%", mark + "%batch", "h_7 \\", "batch_7 \\ 'quoted'", "%", "_", "\\", "'", "' or '1'='1")) {
            boolean literally = (mark + " 100% of batch_7 \\ 'quoted' \"x\"").contains(words);
            assertThat(found("client-a1", words).contains(special)).as(words).isEqualTo(literally);
        }
        assertThat(found("client-a1", mark + " 100_")).isEmpty();
    }

    @Test
    void composedAndDecomposedSpellingsFindEachOther() {
        String mark = UUID.randomUUID().toString();
        String composed = mark + " r\u00e9sistance \u00e0 28 jours";
        String decomposed = mark + " re\u0301sistance a\u0300 28 jours";
        List<String> sent = List.of(sent(decomposed, "d"), sent(composed, "d"), sent("t", decomposed));
        for (String words : List.of(composed, decomposed)) {
            assertThat(found("client-a1", words)).containsExactlyInAnyOrderElementsOf(sent);
        }
    }

    @Test
    void wordsOfAContentFindTheVersionThatIsShownForWhoMaySeeIt() {
        String first = word();
        String second = word();
        String document = desk.released("report.pdf", Pdf.saying("52,5 N/mm2 at silo " + first));
        await().atMost(SOON).until(() -> found("client-a1", first).equals(List.of(document)));
        assertThat(found("client-a1", "\"silo " + first + "\" batch")).containsExactly(document);
        for (String stranger : List.of("client-b1", "inspector-1", "dpo", "admin")) {
            assertThat(found(stranger, first)).as(stranger).isEmpty();
        }
        desk.grant(document, "inspector-1", "VIEW");
        assertThat(found("inspector-1", first)).containsExactly(document);

        assertThat(desk.person("client-a1")
                        .upload("/documents/" + document + "/versions", "", "report.txt", second.getBytes(UTF_8))
                        .statusCode())
                .isEqualTo(201);
        await().atMost(SOON).until(() -> found("inspector-1", second).equals(List.of(document)));
        assertThat(found("inspector-1", first)).isEmpty();
        String words = "select count(*) from document_words where document_id = '%s'".formatted(document);
        assertThat(desk.number(words)).isEqualTo(1);

        assertThat(desk.person("admin").delete("/documents/" + document).statusCode())
                .isEqualTo(204);
        assertThat(desk.number(words)).isZero();
        assertThat(found("inspector-1", second)).isEmpty();
    }

    @Test
    void pageSaysWhenAHitIsInTheContent() {
        String word = word();
        String inContent = desk.released("report.txt", word.getBytes(UTF_8));
        String inTitle = sent("Strength " + word, "d");
        await().atMost(SOON).until(() -> found("client-a1", word).equals(List.of(inTitle, inContent)));
        try (Guest guest = Chromium.guest(
                        desk.stack.portal().url(),
                        new NewContextOptions().setLocale("en-GB").setViewportSize(1280, 900))
                .signIn("client-a1")) {
            Page page = guest.page();
            guest.open("/portal/documents");
            page.locator("#q").fill(word.toUpperCase(Locale.ROOT));
            Guest.expect(page.locator(".document")).hasCount(2);
            assertThat(page.locator(".document__found").allInnerTexts()).containsExactly("in the content");
            assertThat(page.locator(".document:has(.document__found) .document__title")
                            .getAttribute("href"))
                    .endsWith(inContent);
            assertThat(Accessibility.violations(page)).isEmpty();
            guest.picture("search-in-content");
            page.setViewportSize(390, 844);
            assertThat(page.locator(".document__found").isVisible()).isTrue();
            guest.picture("search-in-content-phone");
            assertThat(guest.complaints()).isEmpty();
        }
    }

    private static String word() {
        return "w" + UUID.randomUUID().toString().replace("-", "");
    }

    private List<String> found(String account, String words) {
        return json(desk.person(account).get("/documents?limit=200&q=" + URLEncoder.encode(words, UTF_8)))
                .path("items")
                .valueStream()
                .map(item -> item.path("id").asText())
                .toList();
    }

    private String sent(String title, String description) {
        String metadata = "{\"title\":\"%s\",\"category\":\"test-report\",\"description\":\"%s\"}"
                .formatted(title.replace("\\", "\\\\").replace("\"", "\\\""), description);
        RestClient client = desk.person("client-a1");
        return client.released(client.upload(metadata, "report.txt", Desk.TEXT));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), UTF_8);
    }
}

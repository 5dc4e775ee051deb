package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sluis.e2e.RestClient.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.sluis.kernel.Ids;

/**
 * Words that have broken other programs, one or more of each known kind, as title, description, file name, and as the names of
 * persons, organisations and teams: every page of a real browser shows them as text, letter for letter, and its policy reports
 * nothing (row X1).
 */
@TestInstance(Lifecycle.PER_CLASS)
class NaughtyWordsIT {

    private static final List<String> WORDS = List.of(
            "<script>alert(1)</script>",
            "</title></textarea></style></script><script>alert(2)</script>",
            "\"><img src=x onerror=alert(3)>",
            "' onmouseover='alert(4)' autofocus onfocus='alert(5)",
            "<svg/onload=alert(6)><animate onbegin=alert(7)>",
            "<iframe srcdoc=\"<script>parent.alert(8)</script>\">",
            "javascript:alert(9)//",
            "&lt;script&gt;alert(10)&lt;/script&gt; &amp; &#x3C;b&#x3E;",
            "<!--<script>--><![CDATA[x]]>",
            "<base href=//evil.example><meta http-equiv=refresh content=0;url=//evil.example>",
            "<form action=//evil.example><input name=_csrf>",
            "<a href=x hx-get=/sign-out hx-trigger=load hx-on:click=alert(11)>x</a>",
            "${7*7} #{7*7} *{7*7} @{/x} ~{layout} [[${7*7}]] [(${7*7})] __${7*7}__",
            "{{constructor.constructor('alert(12)')()}} <%= 7*7 %>",
            "{0} {1,number} {2,choice,0#x} 'quoted'' {",
            "'; drop table document; --",
            "' or '1'='1' /* \\' */ %' or 1=1--",
            "100%_\\% [a-z]* ^$ (.*)",
            "=HYPERLINK(\"//evil.example\") +1 -1 @SUM(A1)",
            "../../etc/passwd ..\\..\\boot.ini %2e%2e%2f %00 %0d%0aSet-Cookie: a=b",
            "\u200fright \u061c x",
            "zero\u200bwidth\u200d\ufeffjoined\u00adsoft",
            "Z\u0351\u036b\u0343a\u030d\u0311\u0308l\u0346\u0304g\u0311\u0307o\u0305\u0309",
            "\u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd",
            "\u7530\u4e2d\u3055\u3093 \uc0ac\ud68c\uacfc\ud559\uc6d0 \u0e20\u0e32\u0e29\u0e32",
            "\ud83d\ude00\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67\ud83c\udde7\ud83c\uddea \ud835\udd4f",
            "\u0130I\u0131i \u00df\u1e9e \ufb03 \u00c5",
            "\uff1cscript\uff1e\u02b9\u02ba\u2039\u203a",
            "null undefined NaN true 0 -1 1e309 [object Object]",
            "con.txt aux nul lpt1 .htaccess",
            "a".repeat(200));

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Desk desk = new Desk();
    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    /** Other tests search for persons too, by wildcards among others. */
    @AfterAll
    void forgetTheNaughty() throws SQLException {
        try (Connection connection = desk.stack.database().connect();
                Statement statement = connection.createStatement()) {
            String persons = "select id from person where issuer = '%s'".formatted(mark);
            statement.execute("delete from membership where person_id in (%s)".formatted(persons));
            statement.execute("delete from person where issuer = '%s'".formatted(mark));
            statement.execute("delete from organisation where name like '%s %%'".formatted(mark));
            statement.execute("delete from team where name like '%s %%'".formatted(mark));
        }
    }

    @Test
    void documentsAreShownLetterForLetter() throws IOException {
        List<JsonNode> sent = new ArrayList<>();
        for (String words : WORDS) {
            sent.add(sent(words));
        }
        List<String> kept = WORDS.stream().map(NaughtyWordsIT::kept).toList();
        try (Guest client = signedIn("client-a1")) {
            client.open("/portal/documents");
            assertThat(client.page().locator(".document__title").allTextContents())
                    .containsAll(kept);
            for (int i = 0; i < kept.size(); i++) {
                String page = "/portal/documents/" + sent.get(i).path("id").asText();
                client.open(page + "?tab=details");
                assertThat(client.page().locator("h1").textContent()).isEqualTo(kept.get(i));
                assertThat(client.page().locator(".document-description").textContent())
                        .isEqualTo(kept.get(i));
                assertThat(client.page().title()).startsWith(kept.get(i).replaceAll("[ \t\n]+", " "));
                client.open(page + "?tab=versions");
                assertThat(client.page().locator(".versions").textContent())
                        .contains(sent.get(i).path("fileName").asText());
                client.open("/portal/documents?q=" + URLEncoder.encode(kept.get(i), StandardCharsets.UTF_8));
                assertThat(client.page().locator("#q").inputValue()).isEqualTo(kept.get(i));
                assertThat(client.page().locator(".document__title").allTextContents())
                        .contains(kept.get(i));
            }
            assertThat(client.complaints()).isEmpty();
        }
    }

    @Test
    void personsOrganisationsAndTeamsAreShownLetterForLetter() throws SQLException {
        String document = desk.released();
        List<String> names = WORDS.stream()
                .map(words -> mark + " " + kept(words.substring(0, Math.min(words.length(), 100))))
                .toList();
        try (Connection connection = desk.stack.database().connect()) {
            for (String name : names) {
                UUID organisation = Ids.next();
                insert(connection, "insert into organisation (id, name) values (?, ?)", organisation, name);
                insert(connection, "insert into team (id, name) values (?, ?)", Ids.next(), name);
                insert(
                        connection,
                        "insert into person (id, issuer, subject, name, email, language, employee, organisation_id)"
                                + " values (?, ?, ?, ?, ?, 'en', false, ?)",
                        Ids.next(),
                        mark,
                        name,
                        name,
                        name,
                        organisation);
            }
        }
        try (Guest admin = signedIn("admin")) {
            for (String name : names) {
                admin.open("/portal/granting/principals?document=%s&q=%s"
                        .formatted(document, URLEncoder.encode(name, StandardCharsets.UTF_8)));
                Locator found = admin.page().locator(".person");
                assertThat(found.locator(".person__name").allTextContents()).containsOnly(name);
                assertThat(found.locator(".person__mail").allTextContents()).containsOnly(name);
                assertThat(found.count()).isEqualTo(3);
            }
            for (String name : names.subList(0, 6)) {
                admin.open("/portal/granting?document=" + document);
                admin.page().locator("#who").fill(name);
                admin.page()
                        .locator("[role=option][data-principal^=TEAM]")
                        .first()
                        .click();
                admin.page().locator("#field-purpose").fill(name);
                admin.button("Review").click();
                admin.button("Grant access").click();
                admin.page().waitForURL("**/portal/granting/given/*");
                assertThat(admin.page().locator("main").textContent()).contains(name);
                admin.open("/portal/documents/%s/grants".formatted(document));
                assertThat(admin.page().locator(".grants tbody").textContent()).contains(name);
            }
            assertThat(admin.complaints()).isEmpty();
        }
    }

    /** Halves of characters and NUL are no text at all; nor is what cannot be seen, or turns what is beside it. */
    @Test
    void whatIsNoTextIsRefused() {
        for (String none : List.of("\\ud800", "x\\udc00", "\\u0000", "\\u200b\\ufeff", "a\\nb", "\\u202egnp.exe")) {
            HttpResponse<byte[]> answer = desk.person("client-a1")
                    .upload("{\"title\":\"%s\",\"category\":\"test-report\"}".formatted(none), "a.txt", Desk.TEXT);
            assertThat(answer.statusCode()).as(none).isEqualTo(400);
        }
    }

    private JsonNode sent(String words) throws IOException {
        String metadata =
                JSON.writeValueAsString(Map.of("title", words, "category", "test-report", "description", words));
        String fileName = words.replaceAll("[\"/\\\\]", "") + ".txt";
        HttpResponse<byte[]> upload = desk.person("client-a1").upload(metadata, fileName, Desk.TEXT);
        assertThat(upload.statusCode()).as(words).isEqualTo(201);
        JsonNode document = json(upload);
        assertThat(document.path("title").asText()).isEqualTo(kept(words));
        return document;
    }

    /** What looks alike is written alike, so that it is found. */
    private static String kept(String words) {
        return Normalizer.normalize(words, Normalizer.Form.NFC);
    }

    private static void insert(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }

    private Guest signedIn(String account) {
        return Chromium.guest(
                        desk.stack.portal().url(),
                        new NewContextOptions().setViewportSize(1280, 800).setLocale("en-GB"))
                .signIn(account);
    }
}

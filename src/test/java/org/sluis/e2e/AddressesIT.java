package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sluis.e2e.RawHttp.Answer;

/** Requests nobody should send: each is answered with a problem, or bare where the server itself cannot read it. */
class AddressesIT {

    private static final String GRANTS = "/api/documents/" + UUID.randomUUID() + "/grants";
    private static final String LONG = "a".repeat(6_000);

    private final Desk desk = new Desk();
    private final RawHttp http = new RawHttp(desk, "admin");

    @Test
    void anAddressHasOneSpelling() {
        for (String address : List.of(
                "/api",
                "/api/",
                "/api/nothing",
                "/api/documents/",
                "/api//documents",
                "/api/documents;x=1",
                "/api/documents;x",
                "/api/%64ocuments",
                "/api/me%2f",
                "/api/./documents",
                "/api/documents/../me",
                "/api/%2e/documents",
                "/api/documents/%2e%2e/me",
                "/api/documents/<x>",
                "/api/documents.json",
                "/api/application.wadl",
                "/api/" + LONG)) {
            refused(http.send("GET " + address + " HTTP/1.1", ""), 404, address);
        }
    }

    @Test
    void refusesWhatItCannotRead() {
        String json = "\r\nContent-Type: application/json";
        refused(http.send("POST " + GRANTS + " HTTP/1.1" + json, "{"), 400, "half a document");
        refused(http.send("POST " + GRANTS + " HTTP/1.1" + json, ""), 400, "no document");
        refused(http.send("POST " + GRANTS + " HTTP/1.1" + json, "{\"right\":5}"), 400, "a number for text");
        refused(
                http.send("POST " + GRANTS + " HTTP/1.1" + json, "{\"right\":\"VIEW\",\"right\":\"VIEW\"}"),
                400,
                "twice");
        refused(http.send("POST " + GRANTS + " HTTP/1.1" + json, "[".repeat(5_000)), 400, "too deep");
        refused(http.send("POST " + GRANTS + " HTTP/1.1" + json, "\"" + "a".repeat(1 << 21) + "\""), 413, "too long");
        refused(http.send("POST " + GRANTS + " HTTP/1.1\r\nContent-Type: text/plain", "x"), 415, "other type");
        refused(http.send("POST " + GRANTS + " HTTP/1.1", "x"), 415, "no type");
        refused(http.send("POST " + GRANTS + " HTTP/1.1\r\nContent-Type: garbage", "x"), 400, "no type at all");
        refused(http.send("POST /api/documents/archive HTTP/1.1\r\nContent-Type: ;;", "x"), 400, "type without a name");
        refused(http.send("GET /api/me HTTP/1.1\r\nAccept: text/xml", ""), 406, "other format");
        refused(http.send("GET /api/documents?limit=abc HTTP/1.1", ""), 400, "letters for a number");
        refused(http.send("GET /api/documents?state=GONE HTTP/1.1", ""), 400, "unknown state");
        refused(http.send("GET /api/documents?q=%ff HTTP/1.1", ""), 400, "broken UTF-8");
        assertThat(http.send("GET /portal/documents?q=%ff HTTP/1.1", "").status())
                .isEqualTo(400);
        refused(http.send("GET /api/me HTTP/1.1\r\nAuthorization: Bearer x", ""), 400, "two tokens");
    }

    /** Whoever follows an answer comes to the portal, whatever host the request named. */
    @Test
    void anAnswerLeadsToThePortalWhateverHostWasAskedFor() {
        String made = new RawHttp(desk, "client-a1")
                .at("evil.example")
                .send(
                        "POST /api/documents HTTP/1.1\r\nPrefer: wait=0"
                                + "\r\nContent-Type: multipart/form-data; boundary=b\r\nX-Forwarded-Host: evil.example",
                        """
                        --b\r
                        Content-Disposition: form-data; name="metadata"\r
                        \r
                        %s\r
                        --b\r
                        Content-Disposition: form-data; name="file"; filename="report.txt"\r
                        \r
                        28 days\r
                        --b--\r
                        """.formatted(Desk.REPORT))
                .text();
        String portal = desk.stack.portal().url();
        assertThat(made).startsWith("HTTP/1.1 202").contains("\r\nLocation: " + portal + "/api/documents/");
        String signingIn =
                http.at("evil.example").send("GET /portal/home HTTP/1.1", "").text();
        assertThat(signingIn).startsWith("HTTP/1.1 303").contains("\r\nLocation: " + portal + "/sign-in?to=");
        assertThat(made + signingIn).doesNotContain("evil.example");
    }

    @Test
    void takesNoMethodFromAHeaderParameterOrForm() {
        for (String header : List.of("X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override")) {
            refused(http.send("POST /api/me HTTP/1.1\r\n" + header + ": GET", ""), 405, header);
        }
        refused(http.send("POST /api/me?_method=GET HTTP/1.1", ""), 405, "_method");
        String form = "\r\nContent-Type: application/x-www-form-urlencoded";
        refused(http.send("POST /api/me HTTP/1.1" + form, "_method=GET"), 405, "_method in a form");
    }

    @Test
    void whatTheServerCannotReadIsAnsweredBare() {
        bare(http.send("TRACE /api/me HTTP/1.1", ""), 405);
        bare(http.send("GET /api/me%00 HTTP/1.1", ""), 400);
        bare(http.send("GET /api/a%5cb HTTP/1.1", ""), 400);
        bare(http.send("GET /api/documents/%zz HTTP/1.1", ""), 200);
        bare(http.send("GET /api/" + "a".repeat(9_000) + " HTTP/1.1", ""), 400);
        bare(http.send("GET /api/me HTTP/1.1\r\nX-Long: " + "a".repeat(20_000), ""), 400);
    }

    @Test
    void theServersOwnPagesAreNotThere() {
        RestClient anyone = desk.person("admin");
        for (String address : List.of(
                "/openapi",
                "/openapi/",
                "/openapi/application.wadl",
                "/openapi.json",
                "/metrics",
                "/metrics/base",
                "/health",
                "/health/ready",
                "/WEB-INF/web.xml",
                "/META-INF/MANIFEST.MF",
                "/application.wadl",
                "/api/../health/ready",
                "/api/%2e%2e/openapi",
                "/problems/%2e%2e",
                "/problem")) {
            Answer answer = http.send("GET " + address + " HTTP/1.1", "");
            assertThat(answer.status()).as(address).isEqualTo(404);
            assertThat(answer.text()).as(address).contains("Strict-Transport-Security: ");
            nameless(answer, address);
        }
        HttpResponse<byte[]> own = anyone.get("/openapi");
        assertThat(own.statusCode()).isEqualTo(200);
    }

    private static void refused(Answer answer, int status, String what) {
        assertThat(answer.status()).as(what).isEqualTo(status);
        assertThat(answer.isProblem()).as(what + ": " + answer.text()).isTrue();
        assertThat(answer.text())
                .as(what)
                .contains("Strict-Transport-Security: ", "X-Content-Type-Options: nosniff", "Cache-Control: no-store");
        nameless(answer, what);
    }

    private static void bare(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.isBare()).as(answer.text()).isTrue();
        nameless(answer, answer.text());
    }

    /** Says neither what the portal runs on nor how it is made. */
    private static void nameless(Answer answer, String what) {
        assertThat(answer.text())
                .as(what)
                .doesNotContainIgnoringCase("payara")
                .doesNotContainIgnoringCase("glassfish")
                .doesNotContainIgnoringCase("jersey")
                .doesNotContainIgnoringCase("x-powered-by")
                .doesNotContainIgnoringCase("\nserver:")
                .doesNotContain("org.sluis", "java.", "jakarta.", "Exception");
    }
}

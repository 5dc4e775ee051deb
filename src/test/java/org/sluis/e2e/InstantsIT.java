package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sluis.e2e.RestClient.json;
import static org.sluis.e2e.RestClient.problem;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Instants in parameters and bodies, at and beyond the bounds of what can be kept. */
class InstantsIT {

    private final Desk desk = new Desk();
    private final RestClient admin = desk.person("admin");
    private final String document = desk.released();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+10000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59Z",
                "0000-06-01T00:00:00Z",
                "-5000-01-01T00:00:00Z",
                "tomorrow"
            })
    void areRefusedWhereTheyCannotBeKept(String instant) {
        String parameter = URLEncoder.encode(instant, StandardCharsets.UTF_8);
        assertInvalid(admin.get("/documents?uploadedAfter=" + parameter), "uploadedAfter");
        assertInvalid(admin.get("/documents/" + document + "/access?at=" + parameter), "at");
        assertInvalid(admin.post("/documents/" + document + "/grants", grant("validFrom", instant)), "validFrom");
        assertInvalid(admin.post("/documents/" + document + "/grants", grant("validUntil", instant)), "validUntil");
        assertInvalid(admin.post("/grants/batch", batch(instant)), "validUntil");
    }

    @Test
    void reachFromTheFirstYearToTheLast() {
        assertThat(json(admin.get("/documents?uploadedAfter=0001-01-01T00:00:00Z"))
                        .path("items"))
                .isNotEmpty();
        assertThat(json(admin.get("/documents?uploadedAfter=9999-12-31T23:59:59.999999999Z"))
                        .path("items"))
                .isEmpty();
        assertThat(admin.get("/documents/" + document + "/access?at=0001-01-01T00:00:00Z")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<byte[]> longest =
                admin.post("/documents/" + document + "/grants", grant("validUntil", "9999-12-31T23:59:59.999999999Z"));
        assertThat(longest.statusCode()).isEqualTo(201);
        assertThat(json(admin.get("/documents/" + document + "/grants")).findValuesAsText("validUntil"))
                .contains("9999-12-31T23:59:59.999999Z");
    }

    private String grant(String member, String instant) {
        return "{\"principal\":%s,\"right\":\"VIEW\",\"purpose\":\"inspection\",\"%s\":\"%s\"}"
                .formatted(principal(), member, instant);
    }

    private String batch(String instant) {
        return "{\"documentIds\":[\"%s\"],\"principals\":[%s],\"right\":\"VIEW\",\"purpose\":\"inspection\",\"validUntil\":\"%s\"}"
                .formatted(document, principal(), instant);
    }

    private String principal() {
        return "{\"type\":\"PERSON\",\"id\":\"%s\"}".formatted(desk.idOf("inspector-1"));
    }

    private static void assertInvalid(HttpResponse<byte[]> answer, String member) {
        assertThat(answer.statusCode()).as(member).isEqualTo(400);
        assertThat(problem(answer)).isEqualTo("/problems/invalid-member");
        assertThat(json(answer).path("member").asText()).isEqualTo(member);
    }
}

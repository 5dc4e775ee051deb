package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How the portal is used, in sums that administrators alone see. Other classes send meanwhile: the numbers grow by at least one's own. */
class OverviewIT {

    private final Desk desk = new Desk();
    private final RestClient admin = desk.person("admin");

    @Test
    void whatComesInIsCountedOnItsDay() {
        JsonNode before = today();
        RestClient client = desk.person("client-a1");
        byte[] text = ("unique " + UUID.randomUUID()).getBytes(StandardCharsets.UTF_8);
        client.released(client.upload(Desk.REPORT, "report.txt", text));
        assertThat(client.upload(Desk.REPORT, "scan.pdf", text).statusCode()).isEqualTo(422);

        JsonNode after = today();
        assertThat(grown(before, after, "uploads")).isGreaterThanOrEqualTo(2);
        assertThat(grown(before, after, "bytes")).isGreaterThanOrEqualTo(2L * text.length);
        assertThat(grown(before, after, "refused")).isGreaterThanOrEqualTo(1);
        assertThat(after.path("secondsToVerdict").asLong())
                .isBetween(1L, after.path("longestSecondsToVerdict").asLong());
        assertThat(after.path("activePeople").asLong()).isGreaterThanOrEqualTo(2);
        assertThat(RestClient.json(admin.get("/overview")).path("filesKept").asLong())
                .isPositive();
    }

    @Test
    void daysWithoutAnythingAreThereToo() {
        JsonNode days = RestClient.json(admin.get("/overview?days=92")).path("perDay");
        assertThat(days).hasSize(92);
        assertThat(days.get(0).path("uploads").asLong()).isZero();
        assertThat(days.get(0).path("longestSecondsToVerdict").asLong()).isZero();
        assertThat(days.findValuesAsText("day")).isSorted().doesNotHaveDuplicates();
        assertThat(RestClient.problem(admin.get("/overview?days=93"))).isEqualTo("/problems/invalid-member");
        assertThat(RestClient.problem(admin.get("/overview?days=0"))).isEqualTo("/problems/invalid-member");
    }

    @Test
    void nobodyElseSeesIt() {
        for (String other : List.of("client-a1", "inspector-1", "dpo")) {
            assertThat(desk.person(other).get("/overview").statusCode()).isEqualTo(403);
        }
    }

    @Test
    void pageHasATableBehindEachPlotAndOneForOtherPrograms() {
        Visitor visitor = new Visitor(desk.stack);
        visitor.signIn("admin");
        assertThat(visitor.get("/portal/overview?days=90").body())
                .contains("Files received", "Time until the verdict", "Data received", "Active people")
                .contains("<rect")
                .doesNotContain("height=\"null\"");
        String table = visitor.get("/portal/overview/days.csv?days=3").body();
        assertThat(table.lines())
                .hasSize(4)
                .first()
                .isEqualTo("day,uploads,refused,bytes,secondsToVerdict,longestSecondsToVerdict,activePeople");
        assertThat(table.lines().skip(1)).allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\d(,\\d+){6}"));
    }

    private JsonNode today() {
        return RestClient.json(admin.get("/overview?days=1")).path("perDay").get(0);
    }

    /** At midnight the day begins anew. */
    private static long grown(JsonNode before, JsonNode after, String column) {
        long earlier = before.path("day").equals(after.path("day"))
                ? before.path(column).asLong()
                : 0;
        return after.path(column).asLong() - earlier;
    }
}

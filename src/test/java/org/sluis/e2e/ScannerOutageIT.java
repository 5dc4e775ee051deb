package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/** Bad days of the scanner: nothing becomes readable, nothing is lost, and everybody concerned can see why it waits. */
class ScannerOutageIT {

    /** The trail tells of a first attempt and of each time their number has doubled: this many would take hours. */
    private static final int MOST_ENTRIES = 12;

    private final Desk desk = new Desk();
    private final RestClient client = desk.person("client-a1");

    @AfterEach
    void everythingIsWellAgain() throws Exception {
        desk.stack.clamd().resume();
        await().until(desk.stack.portal()::isReady);
    }

    @Test
    void silenceIsSeenByReadinessAndMetricAndSoIsTheReturn() throws Exception {
        assertThat(Meter.of(desk, "sluis_scanner_up")).isEqualTo(1);
        desk.stack.clamd().suspend();
        await().until(() -> !desk.stack.portal().isReady());
        assertThat(Meter.of(desk, "sluis_scanner_up")).isZero();
        desk.stack.clamd().resume();
        await().until(desk.stack.portal()::isReady);
        assertThat(Meter.of(desk, "sluis_scanner_up")).isEqualTo(1);
    }

    @Test
    void killedScannerLeavesUploadsWaitingAndItsSuccessorDecidesThem() throws Exception {
        desk.stack.clamd().kill();
        try {
            await().until(() -> !desk.stack.portal().isReady());
            String id = waiting(client.upload(Desk.REPORT, "report.txt", Desk.TEXT));
            assertThat(client.get("/documents/" + id + "/content").statusCode()).isEqualTo(404);
            desk.stack.restartClamd();
            await().until(() -> state(id).equals("AVAILABLE"));
        } finally {
            if (!desk.stack.portal().isReady()) {
                desk.stack.restartClamd();
            }
        }
    }

    @Test
    void beforeReleaseThereIsNothingForAnybodyButMetadataForTheUploader() throws Exception {
        desk.stack.clamd().suspend();
        String id = waiting(client.handIn(Desk.REPORT, "report.txt", Desk.TEXT));
        desk.grant(id, "inspector-1", "DOWNLOAD");
        assertThat(client.get("/documents/" + id).statusCode()).isEqualTo(200);
        assertThat(desk.person("admin").get("/documents/" + id).statusCode()).isEqualTo(200);
        for (String account : List.of("inspector-1", "inspector-2", "client-a2", "client-b1", "dpo")) {
            assertThat(desk.person(account).get("/documents/" + id).statusCode())
                    .as(account)
                    .isEqualTo(
                            account.equals("dpo")
                                    ? desk.person("dpo").get("/documents/" + id).statusCode()
                                    : 404);
            assertThat(listed(account)).as(account).doesNotContain(id);
        }
        for (String account : List.of("client-a1", "inspector-1", "client-b1", "dpo")) {
            assertThat(content(account, id)).as(account).isEqualTo(404);
        }
        assertThat(content("admin", id)).isIn(403, 404);
        desk.stack.clamd().resume();
        await().until(() -> state(id).equals("AVAILABLE"));
        assertThat(content("inspector-1", id)).isEqualTo(200);
    }

    @Test
    void uploaderAndAdministratorSeeSinceWhenADocumentWaits() throws Exception {
        Instant before = Instant.now();
        desk.stack.clamd().suspend();
        await().until(() -> !desk.stack.portal().isReady());
        String id = waiting(client.handIn(Desk.REPORT, "report.txt", Desk.TEXT));
        await().until(() -> !RestClient.json(client.get("/documents/" + id))
                .path("waitingSince")
                .isNull());
        for (String account : List.of("client-a1", "admin")) {
            JsonNode seen = RestClient.json(desk.person(account).get("/documents/" + id));
            assertThat(Instant.parse(seen.path("waitingSince").asText())).isBetween(before, Instant.now());
        }
        desk.stack.clamd().resume();
        await().until(() -> state(id).equals("AVAILABLE"));
        assertThat(RestClient.json(client.get("/documents/" + id))
                        .path("waitingSince")
                        .isNull())
                .isTrue();
    }

    @Test
    void twoHundredWaitingDocumentsAreDecidedSoonAfterTheReturnAndFillNoTrail(TestReporter report) throws Exception {
        desk.stack.clamd().suspend();
        await().until(() -> !desk.stack.portal().isReady());
        List<String> ids = all(200, () -> client.handIn(Desk.REPORT, "report.txt", Desk.TEXT)).stream()
                .map(ScannerOutageIT::waiting)
                .toList();
        Instant back = Instant.now();
        desk.stack.clamd().resume();
        await().until(() -> desk.number("""
                select count(*) from document where state = 'CHECKING'""") == 0);
        Duration took = Duration.between(back, Instant.now());
        report.publishEntry(Map.of("milliseconds until 200 were decided", Long.toString(took.toMillis())));
        assertThat(ids).allSatisfy(id -> assertThat(state(id)).isEqualTo("AVAILABLE"));
        assertThat(desk.number("""
                select coalesce(max(count), 0) from (select count(*) from audit_entry
                where act = 'check-postponed' group by resource_id) as each""")).isLessThanOrEqualTo(MOST_ENTRIES);
    }

    @Test
    void bytesChangedBetweenScanAndReleaseAreNeverReleased() throws Exception {
        double alarms = Meter.of(desk, "sluis_content_damaged_total");
        desk.stack.clamd().suspend();
        String id = waiting(client.handIn(Desk.REPORT, "report.txt", Desk.TEXT));
        StoredBytes stored = StoredBytes.of(desk, id);
        stored.flip(0.9);
        desk.stack.clamd().resume();
        await().until(() -> Meter.of(desk, "sluis_content_damaged_total") > alarms);
        assertThat(state(id)).isEqualTo("CHECKING");
        assertThat(content("client-a1", id)).isEqualTo(404);

        stored.flip(0.9);
        await().until(() -> state(id).equals("AVAILABLE"));
        assertThat(client.get("/documents/" + id + "/content").body()).isEqualTo(Desk.TEXT);
    }

    @Test
    void whatWaitsTooLongRaisesOneAlarm() throws Exception {
        desk.stack.clamd().suspend();
        String id = waiting(client.handIn(Desk.REPORT, "report.txt", Desk.TEXT));
        desk.change("update document_version set uploaded_at = uploaded_at - interval '1 hour' where document_id = '%s'"
                .formatted(id));
        String alarms =
                "select count(*) from audit_entry where act = 'check-overdue' and resource_id = '%s'".formatted(id);
        await().until(() -> desk.number(alarms) == 1);
        assertThat(Meter.of(desk, "sluis_checks_overdue")).isEqualTo(1);
        await().during(Duration.ofSeconds(7)).until(() -> desk.number(alarms) == 1);
        desk.stack.clamd().resume();
        await().until(() -> state(id).equals("AVAILABLE"));
        assertThat(Meter.of(desk, "sluis_checks_overdue")).isZero();
    }

    @Test
    void personWithTooMuchPendingIsAskedToWaitAndNobodyElse() throws Exception {
        desk.stack.clamd().suspend();
        String id = waiting(client.handIn(Desk.REPORT, "report.txt", Desk.TEXT));
        desk.change("update document_version set size = 20000000000 where document_id = '%s'".formatted(id));
        HttpResponse<byte[]> refused = client.upload(Desk.REPORT, "report.txt", Desk.TEXT);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(RestClient.problem(refused)).isEqualTo("/problems/too-many-requests");
        assertThat(refused.headers().firstValue("Retry-After")).contains("60");
        waiting(desk.person("client-b1").handIn(Desk.REPORT, "report.txt", Desk.TEXT));
        desk.change("update document_version set size = %d where document_id = '%s'".formatted(Desk.TEXT.length, id));
        desk.stack.clamd().resume();
        await().until(() -> state(id).equals("AVAILABLE"));
    }

    private static String waiting(HttpResponse<byte[]> upload) {
        assertThat(upload.statusCode()).isEqualTo(202);
        return RestClient.json(upload).path("id").asText();
    }

    private String state(String id) {
        return RestClient.json(desk.person("admin").get("/documents/" + id))
                .path("state")
                .asText();
    }

    private int content(String account, String id) {
        return desk.person(account).get("/documents/" + id + "/content").statusCode();
    }

    private List<String> listed(String account) {
        return RestClient.json(desk.person(account).get("/documents?limit=200")).findValuesAsText("id");
    }

    private static List<HttpResponse<byte[]>> all(int count, Supplier<HttpResponse<byte[]>> call) {
        ExecutorService senders = Executors.newFixedThreadPool(8);
        try {
            List<CompletableFuture<HttpResponse<byte[]>>> answers = IntStream.range(0, count)
                    .mapToObj(i -> CompletableFuture.supplyAsync(call, senders))
                    .toList();
            return answers.stream().map(CompletableFuture::join).toList();
        } finally {
            senders.shutdown();
        }
    }
}

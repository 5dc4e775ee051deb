package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sluis.e2e.RestClient.json;
import static org.sluis.e2e.RestClient.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sluis.kernel.Sha256;

/** Bytes on their way out: conditions, ranges, what is known without them, and never a wrong one. */
class ContentIT {

    private static final String TAG = '"' + Sha256.of(Desk.TEXT).hex() + '"';

    private final Desk desk = new Desk();
    private final RestClient uploader = desk.person("client-a1");

    /** The server itself would say 0 of whatever is longer than its buffer. */
    @Test
    void headOfALongListSaysHowLongItIs() {
        String metadata = """
                {"title":"Long","category":"test-report","description":"%s"}""".formatted("x".repeat(1_900));
        for (int i = 0; i < 6; i++) {
            assertThat(uploader.upload(metadata, "report.txt", Desk.TEXT).statusCode())
                    .isEqualTo(201);
        }
        HttpResponse<byte[]> get = uploader.get("/documents?limit=6");
        assertThat(get.body()).hasSizeGreaterThan(9_000);
        assertThat(uploader.call("HEAD", "/documents?limit=6", "").headers().firstValueAsLong("Content-Length"))
                .hasValue(get.body().length);
    }

    @Test
    void headTellsWhatGetWouldWithoutTheBytes() {
        String address = "/documents/" + desk.released() + "/content";
        HttpResponse<byte[]> get = uploader.get(address);
        HttpResponse<byte[]> head = uploader.call("HEAD", address, "", "Range", "bytes=0-1");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String name : List.of(
                "ETag",
                "Content-Length",
                "Content-Type",
                "Content-Disposition",
                "Accept-Ranges",
                "Repr-Digest",
                "Cache-Control",
                "Content-Security-Policy")) {
            assertThat(head.headers().allValues(name))
                    .as(name)
                    .isEqualTo(get.headers().allValues(name))
                    .hasSize(1);
        }
        assertThat(uploader.call("HEAD", address, "", "If-None-Match", TAG).statusCode())
                .isEqualTo(304);
    }

    @Test
    void conditionsFollowTheStandard() {
        String address = "/documents/" + desk.released() + "/content";
        for (String known : List.of(TAG, "W/" + TAG, "\"other\", " + TAG, "*")) {
            HttpResponse<byte[]> unchanged = uploader.get(address, "If-None-Match", known);
            assertThat(unchanged.statusCode()).as(known).isEqualTo(304);
            assertThat(unchanged.body()).isEmpty();
            assertThat(unchanged.headers().firstValue("ETag")).contains(TAG);
        }
        assertThat(uploader.get(address, "If-None-Match", "\"x" + TAG.substring(1))
                        .statusCode())
                .isEqualTo(200);
        assertThat(uploader.call("GET", address, "", "Range", "bytes=0-1", "If-Range", TAG)
                        .statusCode())
                .isEqualTo(206);
        assertThat(uploader.call("GET", address, "", "Range", "bytes=0-1", "If-Range", "W/" + TAG)
                        .body())
                .isEqualTo(Desk.TEXT);
        assertThat(uploader.get(address, "Range", "bytes=5-2").body()).isEqualTo(Desk.TEXT);
        HttpResponse<byte[]> beyond = uploader.get(address, "Range", "bytes=500-");
        assertThat(problem(beyond)).isEqualTo("/problems/range-not-satisfiable");
        assertThat(beyond.headers().firstValue("Content-Range")).contains("bytes */" + Desk.TEXT.length);
    }

    /** A download that goes on later must be of the same bytes, or be told that it is not (RFC 9110, 13.1.1). */
    @Test
    void whoeverWantsThisContentOrNoneIsNotSentAnother() {
        String address = "/documents/" + desk.released() + "/content";
        for (String same : List.of(TAG, "\"other\", " + TAG, "*")) {
            assertThat(uploader.get(address, "If-Match", same).body()).as(same).isEqualTo(Desk.TEXT);
        }
        for (String another : List.of("\"other\"", "W/" + TAG)) {
            assertThat(problem(uploader.get(address, "If-Match", another)))
                    .as(another)
                    .isEqualTo("/problems/stale");
            assertThat(uploader.call("HEAD", address, "", "If-Match", another).statusCode())
                    .as(another)
                    .isEqualTo(412);
            assertThat(uploader.call("GET", address, "", "If-Match", another, "If-None-Match", TAG)
                            .statusCode())
                    .as(another)
                    .isEqualTo(412);
        }
    }

    @Test
    void damageIsAnErrorAndAnAlarmAndNeverAWrongByte() throws IOException {
        byte[] content = Desk.text(200_000);
        String id = desk.released("series.txt", content);
        StoredBytes stored = StoredBytes.of(desk, id);
        byte[] intact = Files.readAllBytes(stored.file());
        String read =
                "select count(*) from document_words where words is not null and document_id = '%s'".formatted(id);
        await().until(() -> desk.number(read) == 1);
        double alarms = Meter.of(desk, "sluis_content_damaged_total");

        stored.flip(0.1);
        HttpResponse<byte[]> refused = uploader.get("/documents/" + id + "/content");
        assertThat(refused.statusCode()).isEqualTo(500);
        assertThat(problem(refused)).isEqualTo("/problems/internal");
        assertThat(json(refused).path("incident").asText()).isNotEmpty();

        Files.write(stored.file(), intact);
        stored.flip(0.9);
        assertThat(startOf(uploader, id, content)).isLessThan(content.length);
        RawHttp.Answer torso = new RawHttp(desk, "client-a1")
                .pipelined("GET /api/documents/%s/content HTTP/1.1".formatted(id), "", "GET /api/me HTTP/1.1");
        assertThat(torso.status()).isEqualTo(200);
        assertThat(torso.text()).contains("Content-Length: 200000");
        assertThat(torso.body()).hasSizeBetween(1, 199_999);
        assertThat(new String(content, StandardCharsets.UTF_8)).startsWith(torso.body());

        Files.write(stored.file(), intact);
        stored.cut(intact.length / 2);
        assertThat(startOf(uploader, id, content)).isLessThan(content.length);

        Files.delete(stored.file());
        assertThat(uploader.get("/documents/" + id + "/content").statusCode()).isEqualTo(500);
        Files.write(stored.file(), intact);
        assertThat(uploader.get("/documents/" + id + "/content").body()).isEqualTo(content);

        assertThat(Meter.of(desk, "sluis_content_damaged_total")).isEqualTo(alarms + 5);
        assertThat(Files.readString(desk.stack.settings().directory().resolve("logs/portal.log")))
                .contains("ALARM: stored content " + stored.file().getFileName());
    }

    @Test
    void onlyAnAnswerThatCanBreakOffIsTheLastOfItsConnection() {
        String address = "/documents/" + desk.released("series.txt", Desk.text(65_537)) + "/content";
        assertThat(connection(uploader.get(address))).contains("close");
        assertThat(connection(uploader.get(address, "Range", "bytes=1-"))).isEmpty();
        assertThat(connection(uploader.call("HEAD", address, ""))).isEmpty();
    }

    private static Optional<String> connection(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Connection");
    }

    /** How much arrived; whatever did is right. A connection that breaks has given nothing. */
    private static int startOf(RestClient reader, String id, byte[] content) {
        try {
            byte[] arrived = reader.get("/documents/" + id + "/content").body();
            assertThat(arrived).isNotEqualTo(content);
            if (arrived.length > 0 && arrived[0] != '{') {
                assertThat(arrived).isEqualTo(Arrays.copyOf(content, arrived.length));
            }
            return arrived[0] == '{' ? 0 : arrived.length;
        } catch (UncheckedIOException broken) {
            return 0;
        }
    }
}

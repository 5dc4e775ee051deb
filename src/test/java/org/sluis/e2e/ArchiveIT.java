package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sluis.e2e.RestClient.problem;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.sluis.kernel.Sha256;

/** Several documents in one download. */
class ArchiveIT {

    private static final byte[] OTHER = "90 days: 60,1 N/mm2\n".getBytes(StandardCharsets.UTF_8);

    private final Desk desk = new Desk();
    private final RestClient inspector = desk.person("inspector-1");

    @Test
    void holdsAllDocumentsAndAManifest() throws IOException {
        String first = granted(Desk.TEXT);
        String second = granted(OTHER);
        HttpResponse<byte[]> archive = archive(first, second);
        assertThat(archive.statusCode()).isEqualTo(200);
        assertThat(archive.headers().firstValue("Content-Type")).contains("application/zip");
        assertThat(archive.headers().firstValueAsLong("Content-Length")).hasValue(archive.body().length);
        assertThat(archive.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"documents.zip\"");
        try (ZipFile zip = ZipFile.builder().setByteArray(archive.body()).get()) {
            assertThat(content(zip, "report.txt")).isEqualTo(Desk.TEXT);
            assertThat(content(zip, "report (2).txt")).isEqualTo(OTHER);
            assertThat(new String(content(zip, "MANIFEST.txt"), StandardCharsets.UTF_8))
                    .isEqualTo("%s  report.txt\n%s  report (2).txt\n"
                            .formatted(
                                    Sha256.of(Desk.TEXT).hex(), Sha256.of(OTHER).hex()));
        }
    }

    /** As versions are that came in before the portal kept checksums. */
    @Test
    void checksumThatIsNotKnownIsComputedOnceAndKept() throws IOException {
        String id = granted(Desk.TEXT);
        assertThat(desk.number(checksum(id))).isEqualTo(crc32(Desk.TEXT));
        desk.change("update document_version set crc32 = null where document_id = '%s'".formatted(id));
        HttpResponse<byte[]> archive = archive(id);
        assertThat(archive.statusCode()).isEqualTo(200);
        try (ZipFile zip = ZipFile.builder().setByteArray(archive.body()).get()) {
            assertThat(content(zip, "report.txt")).isEqualTo(Desk.TEXT);
        }
        assertThat(desk.number(checksum(id))).isEqualTo(crc32(Desk.TEXT));
    }

    private static String checksum(String id) {
        return "select crc32 from document_version where document_id = '%s'".formatted(id);
    }

    private static long crc32(byte[] content) {
        CRC32 crc32 = new CRC32();
        crc32.update(content);
        return crc32.getValue();
    }

    @Test
    void oneThatIsAbsentSpoilsAll() {
        String foreign = desk.released();
        HttpResponse<byte[]> withForeign = archive(granted(Desk.TEXT), foreign);
        HttpResponse<byte[]> withRandom =
                archive(granted(Desk.TEXT), UUID.randomUUID().toString());
        assertThat(withForeign.statusCode()).isEqualTo(404);
        assertThat(withForeign.body()).isEqualTo(withRandom.body());
        assertThat(archive("nonsense").body()).isEqualTo(withRandom.body());
    }

    @Test
    void oneThatMayOnlyBeSeenSpoilsAllUnlessAnotherIsAbsent() {
        String seen = desk.released();
        desk.grant(seen, "inspector-1", "VIEW");
        assertThat(problem(archive(granted(Desk.TEXT), seen))).isEqualTo("/problems/right-missing");
        assertThat(problem(archive(seen, UUID.randomUUID().toString()))).isEqualTo("/problems/not-found");
    }

    @Test
    void administratorsNeedARightToo() {
        String id = desk.released();
        assertThat(problem(desk.person("admin").post("/documents/archive", "{\"ids\":[\"%s\"]}".formatted(id))))
                .isEqualTo("/problems/right-missing");
    }

    @Test
    void noneTooManyAndRepeatedOnesAreSenseless() {
        String id = granted(Desk.TEXT);
        List<String> many = new ArrayList<>(Collections.nCopies(201, ""));
        many.replaceAll(each -> UUID.randomUUID().toString());
        assertThat(archive(id, id).statusCode()).isEqualTo(400);
        assertThat(archive(many.toArray(String[]::new)).statusCode()).isEqualTo(400);
        for (String body : List.of(
                "{\"ids\":[]}",
                "{\"ids\":null}",
                "{}",
                "{\"ids\":[null]}",
                "{\"ids\":[5]}",
                "{\"ids\":\"%s\"}".formatted(id),
                "{\"ids\":[\"%s\"],\"all\":true}".formatted(id),
                "null")) {
            HttpResponse<byte[]> refused = inspector.post("/documents/archive", body);
            assertThat(refused.statusCode()).as(body).isEqualTo(400);
            problem(refused);
        }
    }

    @Test
    void damagedContentEndsTheConnection() throws IOException {
        String whole = granted(Desk.TEXT);
        String damaged = granted(OTHER);
        StoredBytes.of(desk, damaged).flip(0.5);
        assertThatThrownBy(() -> ZipFile.builder()
                        .setByteArray(archive(whole, damaged).body())
                        .get())
                .isInstanceOfAny(IOException.class, java.io.UncheckedIOException.class);
    }

    @Test
    void damageFarInsideBreaksTheAnswerOff() throws IOException {
        byte[] large = Desk.text(400_000);
        String whole = granted(large);
        String damaged = granted(large);
        StoredBytes.of(desk, damaged).flip(0.9);
        RawHttp.Answer torso = new RawHttp(desk, "inspector-1")
                .pipelined(
                        "POST /api/documents/archive HTTP/1.1\r\nContent-Type: application/json",
                        "{\"ids\":[\"%s\",\"%s\"]}".formatted(whole, damaged),
                        "GET /api/me HTTP/1.1");
        assertThat(torso.status()).isEqualTo(200);
        long announced = Long.parseLong(torso.text().replaceFirst("(?s).*\r\nContent-Length: (\\d+)\r\n.*", "$1"));
        assertThat(torso.body().length()).isLessThan((int) announced);
        assertThat(torso.text()).as("the answer to what was asked next").containsOnlyOnce("HTTP/1.1 ");
        assertThatThrownBy(() -> ZipFile.builder()
                        .setByteArray(archive(whole, damaged).body())
                        .get())
                .isInstanceOfAny(IOException.class, java.io.UncheckedIOException.class);
    }

    private String granted(byte[] content) {
        String id = desk.released("report.txt", content);
        desk.grant(id, "inspector-1", "DOWNLOAD");
        return id;
    }

    private HttpResponse<byte[]> archive(String... ids) {
        return inspector.post(
                "/documents/archive",
                Stream.of(ids).map(id -> '"' + id + '"').collect(Collectors.joining(",", "{\"ids\":[", "]}")));
    }

    private static byte[] content(ZipFile zip, String name) throws IOException {
        return zip.getInputStream(zip.getEntry(name)).readAllBytes();
    }
}

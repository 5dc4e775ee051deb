package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sluis.kernel.Ids;

/** The operator has rows and stored bytes compared. */
class StorageVerificationIT {

    private static final String PATH = "/verify/storage";

    private final Desk desk = new Desk();
    private final HttpClient http =
            HttpClient.newBuilder().sslContext(desk.stack.portal().trust()).build();

    @Test
    void tellsRowsWithoutBytesBytesWithoutRowsAndBytesThatAreNotThoseOfTheRow() throws Exception {
        StoredBytes healthy = bytes();
        StoredBytes missing = bytes();
        StoredBytes flipped = bytes();
        String other = desk.released();
        StoredBytes different = StoredBytes.of(desk, other);
        Path hidden = Files.move(missing.file(), missing.file().resolveSibling("hidden"));
        flipped.flip(0.9);
        changeHash(other, "reverse(sha256)");
        Path stray = stray(healthy.file(), Duration.ofHours(25));
        Path onItsWay = stray(healthy.file(), Duration.ZERO);
        try {
            JsonNode report = verified();
            Map<String, String> found = new HashMap<>();
            report.path("faults")
                    .forEach(fault -> found.put(
                            fault.path("blob").asText(), fault.path("kind").asText()));
            assertThat(found)
                    .containsEntry(name(missing.file()), "missing")
                    .containsEntry(name(flipped.file()), "damaged")
                    .containsEntry(name(different.file()), "different")
                    .containsEntry(name(stray), "unnamed")
                    .doesNotContainKeys(name(healthy.file()), name(onItsWay));
            assertThat(report.path("versionsRead").asLong()).isGreaterThanOrEqualTo(4);
            assertThat(report.path("blobsLookedAt").asLong()).isGreaterThanOrEqualTo(5);
            for (String kind : new String[] {"missing", "damaged", "different", "unnamed"}) {
                assertThat(report.path(kind).asLong()).isGreaterThanOrEqualTo(1);
                assertThat(Meter.of(desk, "sluis_storage_faults{kind=\"%s\",mp_scope=\"application\"".formatted(kind)))
                        .isEqualTo(report.path(kind).asDouble());
            }
        } finally {
            Files.move(hidden, missing.file());
            flipped.flip(0.9);
            changeHash(other, "reverse(sha256)");
            Files.delete(stray);
            Files.delete(onItsWay);
        }
        JsonNode after = verified();
        assertThat(after.path("faults").findValuesAsText("blob"))
                .doesNotContain(name(missing.file()), name(flipped.file()), name(different.file()), name(stray));
    }

    @Test
    void answersOnTheOperatorsListenerAloneAndNoPageInABrowser() throws Exception {
        String operator = desk.stack.portal().operatorUrl() + PATH;
        assertThat(status(request(desk.stack.portal().url() + PATH).GET())).isEqualTo(404);
        assertThat(status(request(operator).GET())).isEqualTo(200);
        assertThat(status(request(operator)
                        .header("Origin", "https://elsewhere.example")
                        .POST(BodyPublishers.noBody())))
                .isEqualTo(403);
        assertThat(status(
                        request(operator).header("Sec-Fetch-Site", "cross-site").POST(BodyPublishers.noBody())))
                .isEqualTo(403);
    }

    private StoredBytes bytes() {
        return StoredBytes.of(desk, desk.released());
    }

    /** A copy that no row names, last written so long ago. */
    private Path stray(Path original, Duration age) throws IOException {
        String name = Ids.next().toString();
        Path blobs = desk.stack.portal().storage().resolve("blobs");
        Path place = blobs.resolve(name.substring(34)).resolve(name.substring(32, 34));
        Files.createDirectories(place);
        Path copy = Files.copy(original, place.resolve(name));
        Files.setLastModifiedTime(copy, FileTime.from(Instant.now().minus(age)));
        return copy;
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    private JsonNode verified() throws Exception {
        String address = desk.stack.portal().operatorUrl() + PATH;
        HttpResponse<byte[]> begun =
                http.send(request(address).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofByteArray());
        assertThat(begun.statusCode()).isEqualTo(202);
        assertThat(RestClient.json(begun).path("state").asText()).isEqualTo("running");
        return await().atMost(Duration.ofMinutes(2))
                .until(
                        () -> RestClient.json(http.send(request(address).GET().build(), BodyHandlers.ofByteArray())),
                        report -> report.path("state").asText().equals("done"));
    }

    private int status(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.discarding()).statusCode();
    }

    private static HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address));
    }

    private void changeHash(String document, String expression) throws SQLException {
        try (Connection connection = desk.stack.database().connect();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(
                    "update document_version set sha256 = %s where document_id = '%s'".formatted(expression, document));
        }
    }
}

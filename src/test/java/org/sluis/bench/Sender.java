package org.sluis.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.sluis.stack.Stack;

/** A client of the certification body with many files to hand in. Its sign-in is renewed in time, by itself. */
final class Sender {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration RENEWAL = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final String BOUNDARY = "sluis-bench-boundary";

    private final Stack stack;
    private final String account;
    private final HttpClient http;
    private String token = "";
    private Instant renewed = Instant.MIN;

    Sender(Stack stack, String account) {
        this.stack = stack;
        this.account = account;
        this.http = HttpClient.newBuilder()
                .sslContext(stack.portal().trust())
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /** Sends the file and returns when it is told that it has passed the gate, by the answer or afterwards. */
    void send(Path file) throws IOException {
        JsonNode document = sent(file, "wait=10");
        if (!isReleased(document)) {
            awaitRelease(address(document));
        }
    }

    /**
     * Sends the file without waiting for its verdict.
     *
     * @return the document's address
     */
    String handIn(Path file) throws IOException {
        return address(sent(file, "wait=0"));
    }

    void awaitRelease(String address) {
        await().pollInterval(Duration.ofMillis(20))
                .atMost(PATIENCE)
                .until(() ->
                        isReleased(JSON.readTree(answer(request(address).GET()).body())));
    }

    private static boolean isReleased(JsonNode document) {
        return document.path("state").asText().equals("AVAILABLE");
    }

    private static String address(JsonNode document) {
        return "/documents/" + document.path("id").asText();
    }

    private JsonNode sent(Path file, String preference) throws IOException {
        HttpResponse<byte[]> answer = answer(request("/documents")
                .header("Prefer", preference)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(form(file)));
        if (answer.statusCode() != 201 && answer.statusCode() != 202) {
            throw new IllegalStateException("not taken: " + new String(answer.body(), UTF_8));
        }
        return JSON.readTree(answer.body());
    }

    private static BodyPublisher form(Path file) throws FileNotFoundException {
        String head = """
                --%1$s\r
                Content-Disposition: form-data; name="metadata"\r
                Content-Type: application/json\r
                \r
                {"title":"Measured","category":"test-report"}\r
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="%2$s"\r
                Content-Type: application/octet-stream\r
                \r
                """.formatted(BOUNDARY, file.getFileName());
        return BodyPublishers.concat(
                BodyPublishers.ofString(head),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(stack.portal().url() + "/api" + path))
                .header("Authorization", "Bearer " + token());
    }

    private synchronized String token() {
        if (Instant.now().isAfter(renewed.plus(RENEWAL))) {
            token = stack.tokens().of(account);
            renewed = Instant.now();
        }
        return token;
    }

    private HttpResponse<byte[]> answer(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }
}

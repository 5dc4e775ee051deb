package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.sluis.stack.Stack;

/** One person's way of using the REST interface. */
final class RestClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOUNDARY = "sluis-test-boundary";

    private final HttpClient http;
    private final String base;
    private final Optional<String> token;

    RestClient(Stack stack, String account) {
        this(stack, Optional.of(stack.tokens().of(account)));
    }

    /** Somebody without an account. */
    static RestClient nobody(Stack stack) {
        return new RestClient(stack, Optional.empty());
    }

    private RestClient(Stack stack, Optional<String> token) {
        this.http = HttpClient.newBuilder().sslContext(stack.portal().trust()).build();
        this.base = stack.portal().url() + "/api";
        this.token = token;
    }

    HttpResponse<byte[]> get(String path) {
        return send(request(path).GET());
    }

    HttpResponse<byte[]> get(String path, String header, String value) {
        return send(request(path).header(header, value).GET());
    }

    HttpResponse<byte[]> delete(String path) {
        return send(request(path).DELETE());
    }

    HttpResponse<byte[]> post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    /** Any method on any address, with a body and headers in pairs of name and value. */
    HttpResponse<byte[]> call(String method, String path, String body, String... headers) {
        HttpRequest.Builder request =
                request(path).method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<byte[]> upload(String metadata, String fileName, byte[] content) {
        return upload("/documents", metadata, fileName, content);
    }

    /** @param metadata as JSON; nothing where the address takes none */
    HttpResponse<byte[]> upload(String address, String metadata, String fileName, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (!metadata.isEmpty()) {
            body.writeBytes(part("name=\"metadata\"", "application/json"));
            body.writeBytes(metadata.getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(part("name=\"file\"; filename=\"" + fileName + "\"", "application/octet-stream"));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(address)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static byte[] part(String disposition, String type) {
        return "\r\n--%s\r\nContent-Disposition: form-data; %s\r\nContent-Type: %s\r\n\r\n"
                .formatted(BOUNDARY, disposition, type)
                .getBytes(StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        return request;
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    /** The {@code type} of a problem. */
    static String problem(HttpResponse<byte[]> response) {
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        return json(response).path("type").asText();
    }

    static JsonNode json(HttpResponse<byte[]> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException malformed) {
            throw new java.io.UncheckedIOException(malformed);
        }
    }
}

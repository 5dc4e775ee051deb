package org.sluis.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.sluis.stack.Stack;

/** One person's way of using the REST interface. */
final class RestClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOUNDARY = "sluis-test-boundary";

    private final HttpClient http;
    private final String base;
    private final String token;

    RestClient(Stack stack, String account) {
        this.http = HttpClient.newBuilder().sslContext(stack.portal().trust()).build();
        this.base = stack.portal().url() + "/api";
        this.token = stack.tokens().of(account);
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

    HttpResponse<byte[]> upload(String metadata, String fileName, byte[] content) {
        return upload(metadata, fileName, BodyPublishers.ofByteArray(content));
    }

    /** Sends the content as it comes, so that it may be larger than the memory of the test. */
    HttpResponse<byte[]> upload(String metadata, String fileName, BodyPublisher content) {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        head.writeBytes(part("name=\"metadata\"", "application/json"));
        head.writeBytes(metadata.getBytes(StandardCharsets.UTF_8));
        head.writeBytes(part("name=\"file\"; filename=\"" + fileName + "\"", "application/octet-stream"));
        return send(request("/documents")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofByteArray(head.toByteArray()),
                        content,
                        BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"))));
    }

    /** Saves what the address answers. */
    HttpResponse<Path> download(String path, Path target) {
        return send(request(path).GET(), BodyHandlers.ofFile(target));
    }

    private static byte[] part(String disposition, String type) {
        return "\r\n--%s\r\nContent-Disposition: form-data; %s\r\nContent-Type: %s\r\n\r\n"
                .formatted(BOUNDARY, disposition, type)
                .getBytes(StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) {
        return send(request, BodyHandlers.ofByteArray());
    }

    private <T> HttpResponse<T> send(HttpRequest.Builder request, BodyHandler<T> body) {
        try {
            return http.send(request.build(), body);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopping);
        }
    }

    static JsonNode json(HttpResponse<byte[]> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}

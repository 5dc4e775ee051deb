package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
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
import java.time.Duration;
import java.util.Optional;
import org.sluis.stack.PortalProcess;
import org.sluis.stack.Stack;

/** One person's way of using the REST interface. */
final class RestClient {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOUNDARY = "sluis-test-boundary";
    private static final Duration VERDICT = Duration.ofSeconds(60);

    private final HttpClient http;
    private final String base;
    private final Optional<String> token;

    RestClient(Stack stack, String account) {
        this(stack, stack.portal(), account);
    }

    /** At another portal of the stack. */
    RestClient(Stack stack, PortalProcess portal, String account) {
        this(portal, Optional.of(stack.tokens().of(account)));
    }

    /** Somebody without an account. */
    static RestClient nobody(Stack stack) {
        return new RestClient(stack.portal(), Optional.empty());
    }

    /** Whoever holds that token, or what is passed off as one. */
    static RestClient bearing(Stack stack, String token) {
        return new RestClient(stack.portal(), Optional.of(token));
    }

    /** The same person with the same sign-in, on a connection of its own. */
    RestClient onAnotherConnection(Stack stack) {
        return new RestClient(stack.portal(), token);
    }

    private RestClient(PortalProcess portal, Optional<String> token) {
        this.http = HttpClient.newBuilder().sslContext(portal.trust()).build();
        this.base = portal.url() + "/api";
        this.token = token;
    }

    /** The document this person has sent, once it has passed the gate: by then, or where the scanner is slow, later. */
    String released(HttpResponse<byte[]> upload) {
        assertThat(upload.statusCode()).isIn(201, 202);
        String id = json(upload).path("id").asText();
        if (upload.statusCode() == 202) {
            await().atMost(VERDICT)
                    .until(() -> json(get("/documents/" + id)).path("state").asText(), "AVAILABLE"::equals);
        }
        return id;
    }

    /** The document that an upload made, once the gate has refused it. */
    String refused(HttpResponse<byte[]> upload) {
        assertThat(upload.statusCode()).isIn(422, 202);
        if (upload.statusCode() == 422) {
            return json(upload).path("documentId").asText();
        }
        String id = json(upload).path("id").asText();
        await().atMost(VERDICT)
                .until(() -> json(get("/documents/" + id)).path("state").asText(), "REJECTED"::equals);
        return id;
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
        return call(method, path, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body), headers);
    }

    HttpResponse<byte[]> call(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = request(path).method(method, body);
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<byte[]> upload(String metadata, String fileName, byte[] content) {
        return upload("/documents", metadata, fileName, content);
    }

    /** Hands in a file without waiting for the checks. */
    HttpResponse<byte[]> handIn(String metadata, String fileName, byte[] content) {
        Form form = new Form(metadata, fileName, BodyPublishers.ofByteArray(content));
        return send(form.post(request("/documents").header("Prefer", "wait=0")));
    }

    /** @param metadata as JSON; nothing where the address takes none */
    HttpResponse<byte[]> upload(String address, String metadata, String fileName, byte[] content) {
        return upload(address, metadata, fileName, BodyPublishers.ofByteArray(content));
    }

    /** Sends the content as it comes, so that it may be larger than the memory of the test. */
    HttpResponse<byte[]> upload(String address, String metadata, String fileName, BodyPublisher content) {
        return send(new Form(metadata, fileName, content).post(request(address)));
    }

    /** An answer whose body is not yet taken: the portal goes on sending as fast as it is read. */
    HttpResponse<InputStream> begun(String path, String json) {
        return send(
                request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)),
                BodyHandlers.ofInputStream());
    }

    /** Saves what the address answers. */
    HttpResponse<Path> download(String path, Path target) {
        return send(request(path).GET(), BodyHandlers.ofFile(target));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        token.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        return request;
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

    /** The {@code type} of a problem. */
    static String problem(HttpResponse<byte[]> response) {
        assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
        return json(response).path("type").asText();
    }

    /** Where the answer says that what was made is, below the interface's root. */
    static String location(HttpResponse<byte[]> answer) {
        String location = answer.headers().firstValue("Location").orElseThrow();
        return location.substring(location.indexOf("/api/") + "/api".length());
    }

    static JsonNode json(HttpResponse<byte[]> response) {
        try {
            return JSON.readTree(response.body());
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }

    private record Form(String metadata, String fileName, BodyPublisher content) {

        HttpRequest.Builder post(HttpRequest.Builder request) {
            ByteArrayOutputStream head = new ByteArrayOutputStream();
            if (!metadata.isEmpty()) {
                head.writeBytes(part("name=\"metadata\"", "application/json"));
                head.writeBytes(metadata.getBytes(StandardCharsets.UTF_8));
            }
            head.writeBytes(part("name=\"file\"; filename=\"" + fileName + "\"", "application/octet-stream"));
            return request.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .POST(BodyPublishers.concat(
                            BodyPublishers.ofByteArray(head.toByteArray()),
                            content,
                            BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n")));
        }

        private static byte[] part(String disposition, String type) {
            return "\r\n--%s\r\nContent-Disposition: form-data; %s\r\nContent-Type: %s\r\n\r\n"
                    .formatted(BOUNDARY, disposition, type)
                    .getBytes(StandardCharsets.UTF_8);
        }
    }
}

package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A sender that speaks tus 1.0.0. Addresses are those of the API, without {@code /api}. */
final class TusClient {

    static final String UPLOADS = "/uploads";
    static final Map<String, String> REPORT =
            Map.of("title", "Strength of batch 7", "category", "test-report", "filename", "report.txt");

    private final RestClient person;

    TusClient(RestClient person) {
        this.person = person;
    }

    static String metadata(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> member.getKey() + " "
                        + Base64.getEncoder().encodeToString(member.getValue().getBytes(StandardCharsets.UTF_8)))
                .collect(Collectors.joining(","));
    }

    /** The identifier in the address of an upload. */
    static String id(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }

    /** @return the address of the upload */
    String begin(long length, Map<String, String> metadata) {
        HttpResponse<byte[]> answer = tryToBegin(length, metadata(metadata));
        assertThat(answer.statusCode()).isEqualTo(201);
        return RestClient.location(answer);
    }

    HttpResponse<byte[]> tryToBegin(long length, String metadata) {
        return call(
                "POST",
                UPLOADS,
                BodyPublishers.noBody(),
                "Upload-Length",
                Long.toString(length),
                "Upload-Metadata",
                metadata);
    }

    /** Begins an upload with a piece. */
    HttpResponse<byte[]> beginWith(byte[] piece, long length, Map<String, String> metadata, String... more) {
        List<String> headers = new ArrayList<>(List.of(
                "Upload-Length",
                Long.toString(length),
                "Upload-Metadata",
                metadata(metadata),
                "Content-Type",
                "application/offset+octet-stream"));
        headers.addAll(List.of(more));
        return call("POST", UPLOADS, BodyPublishers.ofByteArray(piece), headers.toArray(String[]::new));
    }

    HttpResponse<byte[]> state(String address) {
        return call("HEAD", address, BodyPublishers.noBody());
    }

    long offset(String address) {
        return offset(state(address));
    }

    static long offset(HttpResponse<byte[]> answer) {
        return answer.headers().firstValueAsLong("Upload-Offset").orElseThrow();
    }

    HttpResponse<byte[]> send(String address, long offset, byte[] piece, String... more) {
        return send(address, offset, BodyPublishers.ofByteArray(piece), more);
    }

    HttpResponse<byte[]> send(String address, long offset, BodyPublisher piece, String... more) {
        List<String> headers = new ArrayList<>(
                List.of("Upload-Offset", Long.toString(offset), "Content-Type", "application/offset+octet-stream"));
        headers.addAll(List.of(more));
        return call("PATCH", address, piece, headers.toArray(String[]::new));
    }

    /** Sends all that is behind {@code offset}. */
    HttpResponse<byte[]> rest(String address, byte[] content, long offset) {
        int from = Math.toIntExact(offset);
        return send(address, offset, BodyPublishers.ofByteArray(content, from, content.length - from));
    }

    HttpResponse<byte[]> end(String address) {
        return call("DELETE", address, BodyPublishers.noBody());
    }

    private HttpResponse<byte[]> call(String method, String path, BodyPublisher body, String... headers) {
        List<String> all = new ArrayList<>(List.of("Tus-Resumable", "1.0.0"));
        all.addAll(List.of(headers));
        HttpResponse<byte[]> answer = person.call(method, path, body, all.toArray(String[]::new));
        assertThat(answer.headers().firstValue("Tus-Resumable")).contains("1.0.0");
        return answer;
    }
}

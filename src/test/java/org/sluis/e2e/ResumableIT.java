package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sluis.e2e.TusClient.REPORT;

import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sluis.stack.Eicar;

/** Uploads in pieces by tus 1.0.0, from outside: what becomes of them. */
class ResumableIT {

    private static final byte[] TEXT = Desk.text(700_000);

    private final Desk desk = new Desk();
    private final TusClient sender = new TusClient(desk.person("client-a1"));
    private final UploadOutcomes outcomes = new UploadOutcomes(desk.person("client-a1"));

    @Test
    void piecesBecomeADocumentLikeAnyOther() {
        String address = sender.begin(TEXT.length, REPORT);
        assertThat(sender.offset(address)).isZero();
        HttpResponse<byte[]> first = sender.send(address, 0, Arrays.copyOf(TEXT, 1));
        assertThat(first.statusCode()).isEqualTo(204);
        assertThat(first.headers().firstValue("Location")).isEmpty();
        assertThat(first.headers().firstValue("Upload-Expires").orElseThrow()).endsWith("GMT");
        assertThat(TusClient.offset(sender.send(address, 1, Arrays.copyOfRange(TEXT, 1, 300_000))))
                .isEqualTo(300_000);
        HttpResponse<byte[]> state = sender.state(address);
        assertThat(TusClient.offset(state)).isEqualTo(300_000);
        assertThat(state.headers().firstValue("Upload-Length")).contains(Integer.toString(TEXT.length));
        assertThat(state.headers().firstValue("Upload-Metadata")).contains(TusClient.metadata(REPORT));
        assertThat(state.headers().firstValue("Cache-Control")).contains("no-store");

        HttpResponse<byte[]> last = sender.rest(address, TEXT, 300_000);
        assertThat(last.statusCode()).isEqualTo(204);
        assertThat(TusClient.offset(last)).isEqualTo(TEXT.length);
        outcomes.assertBecame(RestClient.location(last), "report.txt", TEXT);

        HttpResponse<byte[]> after = sender.state(address);
        assertThat(TusClient.offset(after)).isEqualTo(TEXT.length);
        assertThat(RestClient.location(after)).isEqualTo(RestClient.location(last));
        HttpResponse<byte[]> repeated = sender.send(address, TEXT.length, new byte[0]);
        assertThat(RestClient.location(repeated)).isEqualTo(RestClient.location(last));
        assertThat(sender.end(address).statusCode()).isEqualTo(204);
        assertThat(desk.person("client-a1").get(RestClient.location(last)).statusCode())
                .isEqualTo(200);
    }

    @Test
    void firstPieceMayComeWithTheBeginningAlsoWhenItIsAll() {
        HttpResponse<byte[]> begun = sender.beginWith(Arrays.copyOf(TEXT, 5_000), TEXT.length, REPORT);
        assertThat(begun.statusCode()).isEqualTo(201);
        assertThat(TusClient.offset(begun)).isEqualTo(5_000);
        HttpResponse<byte[]> last = sender.rest(RestClient.location(begun), TEXT, 5_000);
        outcomes.assertBecame(RestClient.location(last), "report.txt", TEXT);

        HttpResponse<byte[]> whole = sender.beginWith(TEXT, TEXT.length, REPORT);
        assertThat(TusClient.offset(whole)).isEqualTo(TEXT.length);
        HttpResponse<byte[]> state = sender.state(RestClient.location(whole));
        outcomes.assertBecame(RestClient.location(state), "report.txt", TEXT);
    }

    @Test
    void furtherVersionOfADocumentMayComeInPiecesToo() {
        String document = desk.released();
        Map<String, String> metadata = Map.of("documentId", document, "filename", "second.txt");
        HttpResponse<byte[]> begun = sender.beginWith(TEXT, TEXT.length, metadata);
        assertThat(RestClient.location(sender.state(RestClient.location(begun))))
                .isEqualTo("/documents/" + document);
        outcomes.assertBecame("/documents/" + document, "second.txt", TEXT);
        TusClient other = new TusClient(desk.person("client-b1"));
        HttpResponse<byte[]> foreign = other.tryToBegin(1, TusClient.metadata(metadata));
        HttpResponse<byte[]> random = other.tryToBegin(
                1, TusClient.metadata(Map.of("documentId", UUID.randomUUID().toString(), "filename", "second.txt")));
        assertThat(foreign.statusCode()).isEqualTo(404);
        assertThat(foreign.body()).isEqualTo(random.body());
    }

    @Test
    void malwareIsRefusedAsInAnyUpload() {
        byte[] malware = Eicar.bytes();
        String address = sender.begin(malware.length, REPORT);
        sender.send(address, 0, Arrays.copyOf(malware, 30));
        String document = RestClient.location(sender.rest(address, malware, 30));
        outcomes.awaitState(document, "REJECTED");
        HttpResponse<byte[]> view = desk.person("client-a1").get(document);
        assertThat(RestClient.json(view).path("reason").asText()).isEqualTo("malware-found");
    }

    @Test
    void recordingIsWhatItsContentAndItsNameSay() {
        byte[] film = film();
        Map<String, String> recording =
                new HashMap<>(Map.of("title", "Room 4", "category", "exam-recording", "filename", "room-4.mp4"));
        HttpResponse<byte[]> begun = sender.beginWith(film, film.length, recording);
        String document = RestClient.location(sender.state(RestClient.location(begun)));
        outcomes.awaitState(document, "AVAILABLE");
        assertThat(RestClient.json(desk.person("client-a1").get(document))
                        .path("mediaType")
                        .asText())
                .isEqualTo("video/mp4");

        recording.put("filename", "room-4.webm");
        String misnamed =
                RestClient.location(sender.state(RestClient.location(sender.beginWith(film, film.length, recording))));
        outcomes.awaitState(misnamed, "REJECTED");
    }

    /** The smallest film there is. */
    private static byte[] film() {
        return ByteBuffer.allocate(33)
                .put(box("ftyp", "isom0000"))
                .put(box("moov", ""))
                .put(box("mdat", "x"))
                .array();
    }

    private static byte[] box(String type, String content) {
        byte[] bytes = (type + content).getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(bytes.length + 4)
                .putInt(bytes.length + 4)
                .put(bytes)
                .array();
    }
}

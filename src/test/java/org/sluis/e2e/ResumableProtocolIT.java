package org.sluis.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sluis.e2e.TusClient.REPORT;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Uploads in pieces by the letter of tus 1.0.0: what is offered, and what is refused. */
class ResumableProtocolIT {

    private static final byte[] TEXT = Desk.text(700_000);

    private final Desk desk = new Desk();
    private final TusClient sender = new TusClient(desk.person("client-a1"));
    private final UploadOutcomes outcomes = new UploadOutcomes(desk.person("client-a1"));

    @Test
    void saysWhatItSpeaksToAnybody() {
        HttpResponse<byte[]> offer = RestClient.nobody(desk.stack).call("OPTIONS", TusClient.UPLOADS, "");
        assertThat(offer.statusCode()).isEqualTo(204);
        assertThat(offer.headers().firstValue("Tus-Version")).contains("1.0.0");
        assertThat(offer.headers().firstValue("Tus-Extension"))
                .contains("creation,creation-with-upload,expiration,checksum,termination");
        assertThat(offer.headers().firstValue("Tus-Max-Size")).contains("5000000000");
        assertThat(offer.headers().firstValue("Tus-Checksum-Algorithm").orElseThrow())
                .contains("sha1");
    }

    @ParameterizedTest
    @CsvSource({"0", "9", "11", "700000", "700001"})
    void goesOnNowhereElse(long offset) {
        String address = sender.begin(TEXT.length, REPORT);
        sender.send(address, 0, Arrays.copyOf(TEXT, 10));
        HttpResponse<byte[]> refused = sender.send(address, offset, new byte[0]);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(RestClient.problem(refused)).isEqualTo("/problems/offset-mismatch");
        assertThat(sender.offset(address)).isEqualTo(10);
        sender.end(address);
    }

    @Test
    void pieceThatIsNotWhatItsChecksumSaysIsNotKept() throws NoSuchAlgorithmException {
        String address = sender.begin(TEXT.length, REPORT);
        sender.send(address, 0, Arrays.copyOf(TEXT, 1_000), "Upload-Checksum", sha1(Arrays.copyOf(TEXT, 1_000)));
        assertThat(sender.offset(address)).isEqualTo(1_000);

        byte[] piece = Arrays.copyOfRange(TEXT, 1_000, 400_000);
        HttpResponse<byte[]> wrong = sender.send(address, 1_000, piece, "Upload-Checksum", sha1(TEXT));
        assertThat(wrong.statusCode()).isEqualTo(460);
        assertThat(RestClient.problem(wrong)).isEqualTo("/problems/checksum-mismatch");
        assertThat(sender.offset(address)).isEqualTo(1_000);
        assertThat(sender.send(address, 1_000, piece, "Upload-Checksum", "md5 YQ==")
                        .statusCode())
                .isEqualTo(400);

        HttpResponse<byte[]> last = sender.rest(address, TEXT, 1_000);
        outcomes.assertBecame(RestClient.location(last), "report.txt", TEXT);
        assertThat(sender.beginWith(TEXT, TEXT.length, REPORT, "Upload-Checksum", sha1(piece))
                        .statusCode())
                .isEqualTo(460);
    }

    @Test
    void nothingComesAfterTheEnd() {
        HttpResponse<byte[]> whole = sender.beginWith(TEXT, TEXT.length, REPORT);
        String address = RestClient.location(whole);
        HttpResponse<byte[]> announced = sender.send(address, TEXT.length, new byte[1]);
        HttpResponse<byte[]> unannounced = sender.send(
                address, TEXT.length, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[1])));
        for (HttpResponse<byte[]> surplus : List.of(announced, unannounced)) {
            assertThat(surplus.statusCode()).isEqualTo(413);
            assertThat(RestClient.json(surplus).path("limit").asLong()).isEqualTo(TEXT.length);
        }
        outcomes.assertBecame(RestClient.location(sender.state(address)), "report.txt", TEXT);
    }

    @ParameterizedTest
    @CsvSource({
        "category YQ==, invalid-member",
        "title YQ==, invalid-member",
        "'title YQ==,category bm9uZQ==', invalid-member",
        "'title YQ==,category dGVzdC1yZXBvcnQ=,dossierId YQ==', invalid-member",
        "'title YQ==,category dGVzdC1yZXBvcnQ=,owner YQ==', unknown-member",
        "'title ***', invalid-member"
    })
    void beginsNothingWithoutSense(String metadata, String problem) {
        HttpResponse<byte[]> refused = sender.tryToBegin(1, metadata);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(RestClient.problem(refused)).isEqualTo("/problems/" + problem);
    }

    @Test
    void takesNoMoreThanTheCategoryAllowsOrTheSenderAnnounced() {
        HttpResponse<byte[]> huge = sender.tryToBegin(100_000_001, TusClient.metadata(REPORT));
        assertThat(huge.statusCode()).isEqualTo(413);
        assertThat(RestClient.json(huge).path("limit").asLong()).isEqualTo(100_000_000);
        assertThat(sender.tryToBegin(0, TusClient.metadata(REPORT)).statusCode())
                .isEqualTo(400);
        String address = sender.begin(10, REPORT);
        assertThat(sender.send(address, 0, new byte[11]).statusCode()).isEqualTo(413);
        HttpResponse<byte[]> unannounced =
                sender.send(address, 0, BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(TEXT)));
        assertThat(unannounced.statusCode()).isEqualTo(413);
        assertThat(sender.offset(address)).isZero();
        sender.end(address);
    }

    @Test
    void speaksNoOtherVersionAndTakesNoOtherContent() {
        RestClient person = desk.person("client-a1");
        HttpResponse<byte[]> old = person.call("POST", TusClient.UPLOADS, "", "Tus-Resumable", "0.2.2");
        assertThat(old.statusCode()).isEqualTo(412);
        assertThat(old.headers().firstValue("Tus-Version")).contains("1.0.0");
        String address = sender.begin(10, REPORT);
        HttpResponse<byte[]> form = person.call(
                "PATCH", address, "x=y", "Tus-Resumable", "1.0.0", "Upload-Offset", "0", "Content-Type", "text/plain");
        assertThat(form.statusCode()).isEqualTo(415);
        assertThat(form.headers().firstValue("Tus-Resumable")).contains("1.0.0");
        sender.end(address);
    }

    /** A client that sends two halves at once and then puts them together would have two documents (tus, concatenation). */
    @ParameterizedTest
    @CsvSource({"Upload-Concat, partial", "Upload-Concat, final;/api/uploads/x", "Upload-Defer-Length, 1"})
    void refusesHeadersOfExtensionsThatAreNotOffered(String header, String value) {
        HttpResponse<byte[]> begun = sender.beginWith(Arrays.copyOf(TEXT, 10), 10, REPORT, header, value);
        assertThat(begun.statusCode()).isEqualTo(400);
        assertThat(RestClient.problem(begun)).isEqualTo("/problems/invalid-member");
        assertThat(RestClient.json(begun).path("member").asText()).isEqualToIgnoringCase(header);
        String address = sender.begin(10, REPORT);
        assertThat(sender.send(address, 0, Arrays.copyOf(TEXT, 10), header, value)
                        .statusCode())
                .isEqualTo(400);
        assertThat(sender.offset(address)).isZero();
        sender.end(address);
    }

    @Test
    void nameThatTheCategoryDoesNotTakeIsRefusedBeforeAnythingIsSent() {
        Map<String, String> program = Map.of("title", "x", "category", "identity-copy", "filename", "copy.mp4");
        HttpResponse<byte[]> refused = sender.tryToBegin(10, TusClient.metadata(program));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(RestClient.problem(refused)).isEqualTo("/problems/type-not-allowed");
        assertThat(RestClient.json(refused).path("detail").asText()).contains("PDF");
        assertThat(RestClient.json(refused).path("expected").toString()).contains("application/pdf");
    }

    private static String sha1(byte[] piece) throws NoSuchAlgorithmException {
        return "sha1 "
                + Base64.getEncoder()
                        .encodeToString(MessageDigest.getInstance("SHA-1").digest(piece));
    }
}

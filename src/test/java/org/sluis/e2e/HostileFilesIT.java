package org.sluis.e2e;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sluis.inspection.Archive;
import org.sluis.inspection.PdfSample;
import org.sluis.inspection.WordDocument;
import org.sluis.stack.Eicar;
import org.sluis.stack.SharedStack;
import org.sluis.stack.Stack;

/** The gate with the real scanner and real child processes: malware at any depth, and files that are not what they seem. */
class HostileFilesIT {

    private static final String REPORT = "{\"title\":\"Batch 7\",\"category\":\"test-report\"}";
    private static final byte[] TEXT = "28 days\n".getBytes(US_ASCII);

    private final Stack stack = SharedStack.get();
    private final RestClient client = new RestClient(stack, "client-a1");

    static Stream<Arguments> malware() {
        byte[] eicar = Eicar.bytes();
        byte[] archive = new Archive().with("a.txt", eicar).bytes();
        return Stream.of(
                Arguments.of("plain.txt", eicar),
                Arguments.of("archive.zip", archive),
                Arguments.of(
                        "deep.zip",
                        new Archive()
                                .with(
                                        "b.zip",
                                        new Archive().with("c.zip", archive).bytes())
                                .bytes()),
                Arguments.of(
                        "large.zip",
                        Archive.ofText("b.txt").zip64().with("a.txt", eicar).bytes()),
                Arguments.of(
                        "attached.pdf", new PdfSample().attached("a.txt", eicar).bytes()),
                Arguments.of(
                        "packed.pdf", new PdfSample().attached("a.zip", archive).bytes()),
                Arguments.of(
                        "letter.docx",
                        new WordDocument().part("word/media/a.txt", eicar).bytes()),
                Arguments.of(
                        "letter.zip",
                        new Archive()
                                .with(
                                        "a.docx",
                                        new WordDocument()
                                                .part("word/media/a.txt", eicar)
                                                .bytes())
                                .bytes()));
    }

    @ParameterizedTest
    @MethodSource("malware")
    void malwareIsDownloadableByNobody(String name, byte[] content) {
        HttpResponse<byte[]> refused = client.upload(REPORT, name, content);
        JsonNode problem = RestClient.json(refused);
        assertThat(problem.path("type").asText()).isEqualTo("/problems/malware-found");
        String document = "/documents/" + problem.path("documentId").asText();
        assertThat(RestClient.json(client.get(document)).path("state").asText()).isEqualTo("REJECTED");
        assertThat(client.get(document + "/content").statusCode()).isEqualTo(404);
    }

    static Stream<Arguments> harmless() {
        return Stream.of(
                Arguments.of(
                        "files.zip", Archive.ofText("a.txt", "folder/b.csv").bytes(), "application/zip"),
                Arguments.of(
                        "attached.pdf", new PdfSample().attached("a.txt", TEXT).bytes(), "application/pdf"),
                Arguments.of(
                        "owner128.pdf",
                        new PdfSample().encrypted("owner", "", 128).bytes(),
                        "application/pdf"),
                Arguments.of(
                        "owner256.pdf",
                        new PdfSample().encrypted("owner", "", 256).bytes(),
                        "application/pdf"));
    }

    @ParameterizedTest
    @MethodSource("harmless")
    void whatHidesNothingPasses(String name, byte[] content, String type) {
        HttpResponse<byte[]> accepted = client.upload(REPORT, name, content);
        assertThat(accepted.statusCode())
                .as(new String(accepted.body(), US_ASCII))
                .isEqualTo(201);
        assertThat(RestClient.json(accepted).path("mediaType").asText()).isEqualTo(type);
    }

    @Test
    void whatIsNotWhatItSeemsIsNamed() {
        byte[] pdf = new PdfSample().bytes();
        byte[] archive = Archive.ofText("a.txt").bytes();
        assertThat(refusal("a.pdf", Archive.joined(pdf, archive))).isEqualTo("type-mismatch");
        assertThat(refusal("a.docx", pdf)).isEqualTo("type-mismatch");
        assertThat(refusal("a.zip", Archive.joined(archive, TEXT))).isEqualTo("unreadable-content");
        assertThat(refusal(
                        "a.zip",
                        new Archive().with("a.txt", new byte[60_000_000]).bytes()))
                .isEqualTo("too-complex");
        assertThat(refusal(
                        "a.pdf", new PdfSample().encrypted("owner", "user", 128).bytes()))
                .isEqualTo("encrypted-content");
        assertThat(refusal(
                        "a.pdf",
                        new PdfSample()
                                .catalog("OpenAction", PdfSample.dictionary("S", "JavaScript"))
                                .bytes()))
                .isEqualTo("active-content");
        assertThat(refusal(
                        "a.docx",
                        new WordDocument().part("word/vbaProject.bin", TEXT).bytes()))
                .isEqualTo("active-content");
        assertThat(refusal("a.txt", "<html><script>x</script>".getBytes(US_ASCII)))
                .isEqualTo("type-not-allowed");
    }

    private String refusal(String name, byte[] content) {
        HttpResponse<byte[]> answer = client.upload(REPORT, name, content);
        if (answer.statusCode() == 202) {
            return RestClient.json(client.get("/documents/" + client.refused(answer)))
                    .path("reason")
                    .asText();
        }
        String type = RestClient.json(answer).path("type").asText();
        return type.replace("/problems/", "");
    }
}

package org.sluis.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.fileupload2.core.RequestContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.blob.FileSystemBlobStore;
import org.sluis.blob.MasterKey;
import org.sluis.inspection.Categories;
import org.sluis.inspection.Category;
import org.sluis.inspection.ShippedCategories;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;

/** How much may come in one request. */
class UploadPartsTest {

    private static final int WHOLE = 20_000_100;

    private final Categories categories = ShippedCategories.get();

    @TempDir
    Path directory;

    /** An identity copy may have 20,000,000 bytes, a recording more than comes in one request. */
    @ParameterizedTest
    @CsvSource({
        "identity-copy, 20000001, TOO_LARGE, 20000000",
        "exam-recording, 20000101, RESUMABLE_ONLY, 20000100",
    })
    void saysWhetherTheCategoryOrTheWayOfSendingIsTheLimit(String category, int size, Problem problem, long limit)
            throws IOException {
        assertThatThrownBy(() -> parts().read(request(category, size)))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.problem()).isEqualTo(problem);
                    assertThat(refusal.facts()).containsEntry("limit", limit);
                });
        assertThat(files()).isZero();
    }

    @Test
    void takesARecordingThatIsNoLongerThanComesInOneRequest() throws IOException {
        UploadParts parts = parts();
        parts.read(request("exam-recording", WHOLE));
        assertThat(parts.file().blob().size()).isEqualTo(WHOLE);
    }

    /** A name with NUL, one that ends within a character, and one of another encoding. */
    @ParameterizedTest
    @ValueSource(strings = {"a\0.pdf", "a\u00C3", "Pr\u00FCfung.pdf"})
    void refusesANameThatIsNoText(String bytes) throws IOException {
        assertThatThrownBy(() -> parts().read(new Request(named(bytes))))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.problem()).isEqualTo(Problem.INVALID_MEMBER);
                    assertThat(refusal.facts()).containsEntry("member", "file").containsEntry("reason", "characters");
                });
        assertThat(files()).isZero();
    }

    /** Whatever the server's own encoding is. */
    @Test
    void takesANameAsItIsWritten() throws IOException {
        UploadParts parts = parts(categories.named("test-report"));
        parts.read(new Request(named("Pr\u00C3\u00BCfung; 7.pdf")));
        assertThat(parts.file().name()).isEqualTo("Prüfung; 7.pdf");
    }

    /** @param bytes a character for each */
    private static byte[] named(String bytes) {
        return "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\nx\r\n--b--\r\n"
                .formatted(bytes)
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The refusal is said at once, and no thread waits for the rest of what nobody wants. */
    @ParameterizedTest
    @CsvSource({"file, 20000000", "metadata, 65536"})
    void whatIsRefusedIsNotHeardOut(String part, long limit) throws IOException {
        Endless request = new Endless(
                "--b\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"a.txt\"\r\n\r\n".formatted(part));
        assertThatThrownBy(() -> parts().read(request)).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.problem()).isIn(Problem.TOO_LARGE, Problem.RESUMABLE_ONLY);
        });
        assertThat(request.sent).isBetween(limit, WHOLE + (1L << 20));
    }

    private UploadParts parts() throws IOException {
        return parts(Optional.empty());
    }

    private UploadParts parts(Optional<Category> given) throws IOException {
        MasterKey key = new MasterKey(Base64.getEncoder().encodeToString(new byte[32]));
        return new UploadParts(
                new EncryptedBlobs(new FileSystemBlobStore(directory), key, 0), categories, given, WHOLE);
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private static RequestContext request(String category, int size) {
        String metadata = "{\"title\":\"Room 4\",\"category\":\"%s\"}".formatted(category);
        byte[] head = ("--b\r\nContent-Disposition: form-data; name=\"metadata\"\r\n\r\n" + metadata
                        + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.mp4\"\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] tail = "\r\n--b--\r\n".getBytes(StandardCharsets.UTF_8);
        byte[] body = new byte[head.length + size + tail.length];
        System.arraycopy(head, 0, body, 0, head.length);
        System.arraycopy(tail, 0, body, head.length + size, tail.length);
        return new Request(body);
    }

    /** A request whose sender goes on for ever. */
    private static final class Endless extends InputStream implements RequestContext {

        private static final long ENOUGH = 100_000_000;

        private final byte[] head;
        private long sent;

        Endless(String head) {
            this.head = head.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public int read() throws IOException {
            if (sent == ENOUGH) {
                throw new IOException("read on and on");
            }
            return sent < head.length ? head[(int) sent++] : (int) (sent++ % 2);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            for (int position = 0; position < length; position++) {
                target[offset + position] = (byte) read();
            }
            return length;
        }

        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public long getContentLength() {
            return Long.MAX_VALUE;
        }

        @Override
        public String getContentType() {
            return "multipart/form-data; boundary=b";
        }

        @Override
        public InputStream getInputStream() {
            return this;
        }

        @Override
        public boolean isMultipartRelated() {
            return false;
        }
    }

    /** A request as it comes. */
    private record Request(
            @SuppressWarnings("ArrayRecordComponent") byte[] body) implements RequestContext {

        @Override
        public String getCharacterEncoding() {
            return StandardCharsets.UTF_8.name();
        }

        @Override
        public long getContentLength() {
            return body.length;
        }

        @Override
        public String getContentType() {
            return "multipart/form-data; boundary=b";
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(body);
        }

        @Override
        public boolean isMultipartRelated() {
            return false;
        }
    }
}

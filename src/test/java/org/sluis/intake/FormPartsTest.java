package org.sluis.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.fileupload2.core.RequestContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.blob.FileSystemBlobStore;
import org.sluis.blob.MasterKey;
import org.sluis.inspection.Categories;
import org.sluis.inspection.Category;
import org.sluis.inspection.ShippedCategories;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;

/** A form as a browser without script sends it. */
class FormPartsTest {

    private static final int WHOLE = 20_000_100;

    private final Categories categories = ShippedCategories.get();

    @TempDir
    Path directory;

    @Test
    void isReadFieldByField() throws IOException {
        UploadParts parts = parts(Optional.empty());
        parts.read(new Form()
                .field("_csrf", "secret")
                .field("title", "Béton, lot 7")
                .field("category", "test-report")
                .field("description", " ")
                .file("a.txt", "52,5"));
        assertThat(parts.metadata()).isEqualTo(new Metadata("Béton, lot 7", "test-report", null, null));
        assertThat(parts.file().name()).isEqualTo("a.txt");
        assertThat(parts.file().blob().size()).isEqualTo(4);
    }

    @Test
    void tellsAllThatIsWrongAtOnceAndLeavesNothing() throws IOException {
        Form form = new Form()
                .field("title", " ")
                .field("category", "poem")
                .field("description", "x".repeat(2_001))
                .file("", "");
        assertThatThrownBy(() -> parts(Optional.empty()).read(form)).isInstanceOfSatisfying(UnfitForm.class, unfit -> {
            assertThat(unfit.typed()).containsEntry("category", "poem");
            assertThat(unfit.complaints())
                    .extracting(complaint -> complaint.facts().get("member"))
                    .containsExactly("title", "category", "description", "file");
        });
        assertThat(files()).isZero();
    }

    @Test
    void tellsThatTheFileIsTooLargeForTheCategoryThatWasChosenBeforeIt() throws IOException {
        Form form = new Form()
                .field("title", "Card")
                .field("category", "identity-copy")
                .file("card.pdf", "x".repeat(20_000_001));
        assertThatThrownBy(() -> parts(Optional.empty()).read(form))
                .isInstanceOfSatisfying(
                        UnfitForm.class,
                        unfit -> assertThat(unfit.complaints())
                                .extracting(ProblemException::problem)
                                .containsExactly(Problem.TOO_LARGE));
        assertThat(files()).isZero();
    }

    @Test
    void tellsThatTheNameOfTheFileHasNulBesideWhatElseIsWrong() throws IOException {
        Form form =
                new Form().field("title", "").field("category", "test-report").file("a\0.txt", "x");
        assertThatThrownBy(() -> parts(Optional.empty()).read(form))
                .isInstanceOfSatisfying(
                        UnfitForm.class,
                        unfit -> assertThat(unfit.complaints())
                                .extracting(complaint -> complaint.facts().get("member"))
                                .containsExactly("title", "file"));
        assertThat(files()).isZero();
    }

    @Test
    void keepsNoFileWhereItsWordsAreNoGood() throws IOException {
        Form form =
                new Form().field("title", "").field("category", "test-report").file("a.txt", "x");
        assertThatThrownBy(() -> parts(Optional.empty()).read(form)).isInstanceOf(UnfitForm.class);
        assertThat(files()).isZero();
    }

    @Test
    void ofAFurtherVersionIsTheFileAlone() throws IOException {
        Optional<Category> category = categories.named("test-report");
        UploadParts parts = parts(category);
        parts.read(new Form().field("_csrf", "secret").file("a.txt", "x"));
        assertThat(parts.file().name()).isEqualTo("a.txt");
        assertThatThrownBy(() -> parts(category).read(new Form().field("title", "x")))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(Problem.UNKNOWN_MEMBER));
    }

    private UploadParts parts(Optional<Category> given) throws IOException {
        MasterKey key = new MasterKey(Base64.getEncoder().encodeToString(new byte[32]));
        return new FormParts(new EncryptedBlobs(new FileSystemBlobStore(directory), key, 0), categories, given, WHOLE);
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private static final class Form implements RequestContext {

        private final StringBuilder parts = new StringBuilder();

        Form field(String name, String value) {
            parts.append("--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(name, value));
            return this;
        }

        Form file(String name, String content) {
            parts.append("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n%s\r\n"
                    .formatted(name, content));
            return this;
        }

        @Override
        public String getCharacterEncoding() {
            return UTF_8.name();
        }

        @Override
        public long getContentLength() {
            return -1;
        }

        @Override
        public String getContentType() {
            return "multipart/form-data; boundary=b";
        }

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream((parts + "--b--\r\n").getBytes(UTF_8));
        }

        @Override
        public boolean isMultipartRelated() {
            return false;
        }
    }
}

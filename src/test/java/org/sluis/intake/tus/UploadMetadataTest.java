package org.sluis.intake.tus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sluis.intake.Metadata;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;

class UploadMetadataTest {

    @Test
    void readsWhatTheSenderSaysOfTheFile() {
        UploadMetadata metadata = UploadMetadata.of(member("title", "Examen à Gand") + ", "
                + member("category", "exam-recording") + "," + member("filename", "../room 4.mp4") + ","
                + member("description", "two hours"));
        assertThat(metadata.document()).isEqualTo(new Metadata("Examen à Gand", "exam-recording", null, "two hours"));
        assertThat(metadata.fileName()).isEqualTo("room 4.mp4");
        assertThat(metadata.revised()).isEmpty();
    }

    @Test
    void keepsWhatWasSentAsItWasSent() {
        String sent = member("title", "a") + "," + member("category", "b");
        assertThat(UploadMetadata.of(sent).sent()).isEqualTo(sent);
        assertThat(UploadMetadata.of(UploadMetadata.of(sent).sent())).isEqualTo(UploadMetadata.of(sent));
    }

    @Test
    void takesTheNameOfTheFileInEitherSpellingButNotInBoth() {
        assertThat(UploadMetadata.of(member("fileName", "a.mp4")).fileName()).isEqualTo("a.mp4");
        assertThat(facts(member("fileName", "a.mp4") + "," + member("filename", "b.mp4")))
                .containsEntry("reason", "repeated");
    }

    @Test
    void takesMembersWithoutAValueAndNoMembersAtAll() {
        assertThat(UploadMetadata.of("description").document().description()).isEmpty();
        assertThat(UploadMetadata.of(null)).isEqualTo(UploadMetadata.of(""));
        assertThat(UploadMetadata.of(null).document().title()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"owner", "state", "sha256", "role", "filetype", "Title"})
    void refusesMembersThatDoNotBelongHere(String name) {
        assertThatThrownBy(() -> UploadMetadata.of(member(name, "x")))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.problem()).isEqualTo(Problem.UNKNOWN_MEMBER);
                    assertThat(refusal.facts()).containsEntry("member", name);
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"title a b", ",", "title YQ==,", "title ***", "title YQ==, ", " , title YQ==", "title /w=="})
    void refusesWhatIsGarbled(String header) {
        assertThat(facts(header)).containsEntry("reason", "garbled");
    }

    @Test
    void refusesANameOfAFileThatIsNoText() {
        assertThat(facts(member("filename", "a\0.mp4"))).containsEntry("reason", "characters");
        assertThat(facts("filename YZ8=")).containsEntry("member", "filename").containsEntry("reason", "garbled");
    }

    @Test
    void refusesAMemberThatIsThereTwice() {
        assertThat(facts(member("title", "a") + "," + member("title", "b"))).containsEntry("member", "title");
    }

    @Test
    void namesTheDocumentThatIsRevisedAndNothingElseThen() {
        String id = Ids.next().toString();
        assertThat(UploadMetadata.of(member("documentId", id) + "," + member("filename", "a.pdf"))
                        .revised())
                .hasValueSatisfying(found -> assertThat(found).hasToString(id));
        assertThat(facts(member("documentId", id) + "," + member("title", "a"))).containsEntry("reason", "together");
        assertThatThrownBy(() -> UploadMetadata.of(member("documentId", "x")).revised())
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(Problem.NOT_FOUND));
    }

    private static Map<String, Object> facts(@Nullable String header) {
        try {
            UploadMetadata.of(header);
        } catch (ProblemException refusal) {
            assertThat(refusal.problem()).isEqualTo(Problem.INVALID_MEMBER);
            return refusal.facts();
        }
        throw new AssertionError("was accepted");
    }

    private static String member(String name, String value) {
        return name + " " + Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
    }
}

package org.sluis.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.rest.MergePatch;
import org.sluis.platform.rest.StrictJson;

class AmendmentRequestTest {

    private final Document document =
            new Document(new NewDocument("Old", "test-report", Optional.of("before")), new UUID(0, 1));

    @Test
    void absentMembersStay() {
        NewDocument wanted = read("{\"title\":\"New\"}").over(document);
        assertThat(wanted).isEqualTo(new NewDocument("New", "test-report", Optional.of("before")));
        assertThat(MergePatch.sent(read("{\"title\":\"New\"}"))).containsExactly("title");
    }

    @Test
    void nullClearsTheDescriptionOnly() {
        assertThat(read("{\"description\":null}").over(document).description()).isEmpty();
        for (String cleared : List.of("{\"title\":null}", "{\"category\":null}")) {
            assertThatThrownBy(() -> read(cleared).over(document)).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void anEmptyPatchChangesNothing() {
        assertThat(read("{}").over(document)).isEqualTo(new NewDocument("Old", "test-report", Optional.of("before")));
    }

    @Test
    void refusesOtherTypesAndOtherMembers() {
        for (String senseless : List.of("{\"title\":5}", "{\"description\":{}}", "{\"title\":\" \"}")) {
            assertThatThrownBy(() -> read(senseless).over(document))
                    .as(senseless)
                    .isInstanceOf(ProblemException.class);
        }
        for (String unknown : List.of("{\"state\":\"AVAILABLE\"}", "{\"uploadedBy\":null}", "[]", "\"x\"")) {
            assertThatThrownBy(() -> read(unknown)).as(unknown).isInstanceOf(ProblemException.class);
        }
    }

    private static AmendmentRequest read(String json) {
        return StrictJson.read(json.getBytes(StandardCharsets.UTF_8), AmendmentRequest.class);
    }
}

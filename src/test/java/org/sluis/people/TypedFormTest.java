package org.sluis.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.sluis.kernel.ProblemException;

/** Everything that is wrong with a form is said at once. */
class TypedFormTest {

    @Test
    void everyFieldOfAnOrganisationThatIsWrongIsFound() {
        TypedForm form =
                form(Map.of("name", " ", "type", "CIRCUS", "vatNumber", "BE1", "phone", "call me", "city", "Gent"));
        assertThat(wrong(form)).containsExactlyInAnyOrder("name", "type", "vatNumber", "phone");
        assertThat(form.given()).as("is shown again as it was typed").containsEntry("phone", "call me");
    }

    @Test
    void whatIsRightIsNotComplainedOf() {
        assertThat(wrong(form(Map.of("name", "Beton", "type", "OTHER", "vatNumber", "", "phone", "?", "city", ""))))
                .containsExactly("phone");
    }

    private static TypedForm form(Map<String, String> typed) {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>(typed);
        return new TypedForm(fields).lines("name", "type", "city", "vatNumber", "phone");
    }

    private static List<String> wrong(TypedForm form) {
        ProblemException first =
                Objects.requireNonNull(catchThrowableOfType(ProblemException.class, () -> TypedFormTest.read(form)));
        return form.wrong(TypedFormTest::read, first).stream()
                .map(refusal -> String.valueOf(refusal.facts().get("member")))
                .toList();
    }

    private static void read(TypedForm form) {
        form.as(OrganisationRequest.class).over(OrganisationProfile.EMPTY);
    }
}

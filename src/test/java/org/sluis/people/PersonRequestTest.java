package org.sluis.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.rest.MergePatch;
import org.sluis.platform.rest.StrictJson;

/** Changes of people as JSON: what stays, what is cleared, what is refused. */
class PersonRequestTest {

    private static final AccountLabels LABELS = new AccountLabels("Anna", "Aerts", "anna@example.org", Locale.FRENCH);

    @Test
    void absentMembersStayAndNullClears() {
        PersonProfile described = parsed(
                        "{\"title\":\"Ms\",\"phone\":\"+32 2 234 67 60\",\"contactRoles\":[\"QUALITY\"]}")
                .over(PersonProfile.EMPTY);
        PersonProfile changed = parsed("{\"title\":null,\"mobile\":\"\"}").over(described);
        assertThat(changed.title()).isEmpty();
        assertThat(changed.phone()).contains("+32 2 234 67 60");
        assertThat(changed.contactRoles()).containsExactly(ContactRole.QUALITY);
        assertThat(parsed("{\"contactRoles\":null}").over(changed).contactRoles())
                .isEmpty();
    }

    @Test
    void theTrailIsToldWhichMembersWereSentAndNotWhatTheySay() {
        assertThat(MergePatch.sent(parsed("{\"phone\":null,\"birthDate\":\"1980-04-05\"}")))
                .containsExactly("birthDate", "phone");
    }

    @Test
    void labelsOfTheAccountCanBeChangedAndNotCleared() {
        assertThat(parsed("{\"familyName\":\"Arnaud\",\"email\":\"A.Arnaud@Example.org\"}")
                        .over(LABELS))
                .isEqualTo(new AccountLabels("Anna", "Arnaud", "a.arnaud@example.org", Locale.FRENCH));
        assertThat(reason("{\"familyName\":null}")).isEqualTo("familyName missing");
        assertThat(reason("{\"email\":\" \"}")).isEqualTo("email missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"email\":\"nobody\"};email format",
                "{\"email\":\"a@b@c.be\"};email format",
                "{\"email\":\"a b@c.be\"};email format",
                "{\"language\":\"de\"};language unknown",
                "{\"givenName\":7};givenName type",
                "{\"title\":\"a\\u0000b\"};title characters",
                "{\"title\":\"a\\nb\"};title characters",
                "{\"phone\":\"call me\"};phone format",
                "{\"birthDate\":\"1980-02-30\"};birthDate format",
                "{\"birthDate\":\"2999-01-01\"};birthDate range",
                "{\"birthDate\":\"1066-10-14\"};birthDate range",
                "{\"licencePlate\":\"<b>\"};licencePlate format",
                "{\"contactRoles\":\"QUALITY\"};contactRoles type",
                "{\"contactRoles\":[\"QUEEN\"]};contactRoles unknown",
                "{\"contactRoles\":[\"QUALITY\",\"QUALITY\"]};contactRoles twice",
                "{\"organisationAdministrator\":\"true\"};organisationAdministrator type"
            })
    void refusesWhatMakesNoSense(String json, String reason) {
        assertThat(reason(json)).isEqualTo(reason);
    }

    @Test
    void refusesMembersThatAreNotAnybodysToChange() {
        for (String member : new String[] {"id", "subject", "issuer", "active", "employee", "organisationId", "name"}) {
            ProblemException refused =
                    catchThrowableOfType(ProblemException.class, () -> parsed("{\"%s\":\"x\"}".formatted(member)));
            assertThat(refused.problem()).as(member).isEqualTo(Problem.UNKNOWN_MEMBER);
        }
    }

    private static String reason(String json) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> {
            parsed(json).over(LABELS);
            parsed(json).over(PersonProfile.EMPTY);
        });
        return refused.facts().get("member") + " " + refused.facts().get("reason");
    }

    private static PersonRequest parsed(String json) {
        return StrictJson.read(bytes(json), PersonRequest.class);
    }

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }
}

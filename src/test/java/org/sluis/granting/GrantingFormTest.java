package org.sluis.granting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluis.access.GrantOrder;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;

/** What an administrator has put together on the page for giving access. */
class GrantingFormTest {

    private final MultivaluedHashMap<String, String> fields = new MultivaluedHashMap<>();

    @BeforeEach
    void whole() {
        fields.add("document", Ids.next().toString());
        fields.add("principal", "PERSON:" + Ids.next());
        fields.add("right", "VIEW");
        fields.add("purpose", "inspection");
    }

    @Test
    void lastDayCountsWhole() {
        fields.putSingle("validUntil", "9998-12-31");
        assertThat(form().order(ZoneOffset.UTC).grants())
                .extracting(GrantOrder::validUntil)
                .containsExactly(Optional.of(Instant.parse("9999-01-01T00:00:00Z")));
        assertThat(complaints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "9999-12-31, range",
        "+10000-01-01, range",
        "+999999999-12-31, format",
        "tomorrow, format",
        "2020-01-01, past"
    })
    void dayThatCannotBeKeptIsRefused(String day, String reason) {
        fields.putSingle("validUntil", day);
        assertThat(complaints()).containsExactly("validUntil");
        assertThatThrownBy(() -> form().order(ZoneOffset.UTC))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.problem()).isEqualTo(Problem.INVALID_MEMBER);
                    assertThat(refusal.facts())
                            .containsEntry("member", "validUntil")
                            .containsEntry("reason", reason);
                });
    }

    @Test
    void saysAllThatIsMissingAtOnce() {
        fields.clear();
        fields.add("right", "OWN");
        fields.add("validUntil", "31/12/2026");
        assertThat(complaints()).containsExactly("documentIds", "principal", "right", "validUntil", "purpose");
    }

    @Test
    void namesEverybodyAndEverythingOnce() {
        fields.add("document", fields.getFirst("document"));
        fields.add("document", "no identifier");
        fields.add("principal", fields.getFirst("principal"));
        fields.add("principal", "TEAM:" + Ids.next());
        assertThat(form().documents()).hasSize(1);
        assertThat(form().order(ZoneOffset.UTC).grants()).hasSize(2);
    }

    @Test
    void whoIsNobodyIsRefused() {
        fields.put("principal", List.of("ROBOT:" + Ids.next()));
        assertThatThrownBy(() -> form().order(ZoneOffset.UTC)).isInstanceOf(ProblemException.class);
    }

    private List<String> complaints() {
        return form().complaints(ZoneOffset.UTC);
    }

    private GrantingForm form() {
        return GrantingForm.of(fields);
    }
}

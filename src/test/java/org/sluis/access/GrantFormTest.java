package org.sluis.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;

/** The last day of a grant, as the page is given it. */
class GrantFormTest {

    @Test
    void lastDayCountsWhole() {
        assertThat(until("9998-12-31").order().validUntil()).contains(Instant.parse("9999-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource({"9999-12-31, range", "+10000-01-01, range", "+999999999-12-31, format", "tomorrow, format"})
    void dayThatCannotBeKeptIsRefused(String day, String reason) {
        assertThatThrownBy(() -> until(day).order()).isInstanceOfSatisfying(ProblemException.class, refusal -> {
            assertThat(refusal.problem()).isEqualTo(Problem.INVALID_MEMBER);
            assertThat(refusal.facts()).containsEntry("member", "validUntil").containsEntry("reason", reason);
        });
    }

    private static GrantRequest until(String day) {
        GrantForm form = new GrantForm();
        form.principal = "PERSON:" + Ids.next();
        form.right = "VIEW";
        form.purpose = "inspection";
        form.validUntil = day;
        return form.request(ZoneOffset.UTC);
    }
}

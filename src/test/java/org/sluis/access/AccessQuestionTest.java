package org.sluis.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessQuestionTest {

    private static final String ID = "019cafe0-1234-7abc-8def-0123456789ab";
    private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        ID,
        "' " + ID + " '",
        "https://portal.example.org/portal/documents/" + ID,
        "https://portal.example.org/portal/documents/" + ID + "/preview?version=2",
    })
    void findsTheDocumentInWhatWasPasted(String pasted) {
        assertThat(asked(Map.of("document", pasted)).document()).contains(UUID.fromString(ID));
    }

    /** In Brussels, in winter and in summer. */
    @ParameterizedTest
    @CsvSource({
        "2026-05-01,      , 2026-05-01T21:59:59.999999Z",
        "2026-01-05,      , 2026-01-05T22:59:59.999999Z",
        "2026-05-01, 14:00, 2026-05-01T12:00:00Z",
        "2026-11-30, 09:30, 2026-11-30T08:30:00Z",
    })
    void meansADayToItsEndAndATimeAsTheClockShowedIt(String day, String time, Instant expected) {
        AccessQuestion question = asked(Map.of("document", ID, "day", day, "time", time == null ? "" : time));
        assertThat(question.wrong()).isEmpty();
        assertThat(question.at()).contains(expected);
    }

    @Test
    void meansNowWithoutADayAndToday() {
        assertThat(asked(Map.of("document", ID)).at()).isEmpty();
        assertThat(asked(Map.of("document", ID, "day", "2026-11-30")).at()).isEmpty();
        assertThat(asked(Map.of("document", ID, "day", "2026-11-30")).wrong()).isEmpty();
    }

    @Test
    void findsAllThatIsWrongAtOnce() {
        assertThat(asked(Map.of(
                                "document",
                                "report 7",
                                "day",
                                "2026-13-01",
                                "time",
                                "25:00",
                                "person",
                                "x".repeat(501)))
                        .wrong())
                .containsExactlyInAnyOrder("document", "day", "time", "person");
        assertThat(asked(Map.of("document", ID, "day", "2026-12-01")).wrong()).containsExactly("day");
        assertThat(asked(Map.of("document", ID, "day", "2026-11-30", "time", "23:00"))
                        .wrong())
                .containsExactly("day");
        assertThat(asked(Map.of("document", ID, "time", "12:00")).wrong()).containsExactly("day");
        assertThat(asked(Map.of("document", ID, "day", "+12026-05-01")).wrong()).containsExactly("day");
    }

    /** A page that follows is about the same instant, to the microsecond, although the form shows minutes. */
    @Test
    void takesTheInstantOfALinkAndShowsItInTheForm() {
        Instant at = Instant.parse("2026-05-01T12:34:56.123456Z");
        AccessQuestion question = asked(Map.of("document", ID, "at", at.toString()));
        assertThat(question.at()).contains(at);
        assertThat(question.given()).containsEntry("day", "2026-05-01").containsEntry("time", "14:34");
    }

    private static AccessQuestion asked(Map<String, String> fields) {
        return AccessQuestion.of(new HashMap<>(fields), ZoneId.of("Europe/Brussels"), NOW);
    }
}

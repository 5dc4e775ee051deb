package org.sluis.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatsTest {

    private static final Locale DUTCH = Locale.forLanguageTag("nl");

    private final Formats formats = new Formats(ZoneId.of("Europe/Brussels"), new Messages());

    @Test
    void showsMomentsInTheZoneOfThePortalAndTheMannerOfTheReader() {
        String summer = "2026-07-01T22:30:00Z";
        assertThat(formats.moment(summer, Locale.ENGLISH)).isEqualTo("2 Jul 2026, 00:30");
        assertThat(formats.moment(summer, Locale.FRENCH))
                .startsWith("2 juil. 2026")
                .endsWith("00:30");
        assertThat(formats.moment(summer, DUTCH)).startsWith("2 jul").endsWith("00:30");
    }

    /** Days are the portal's: half an hour before midnight is yesterday an hour later. */
    @ParameterizedTest
    @CsvSource({
        "2026-07-01T22:30:00Z, 2026-07-02T21:59:00Z, en, today",
        "2026-07-01T21:30:00Z, 2026-07-01T22:30:00Z, en, yesterday",
        "2026-06-28T12:00:00Z, 2026-07-01T06:00:00Z, fr, il y a 3 jours",
        "2026-06-28T12:00:00Z, 2026-07-01T06:00:00Z, nl, 3 dagen geleden"
    })
    void saysHowManyDaysAgo(String moment, String now, String language, String shown) {
        assertThat(formats.ago(moment, Locale.forLanguageTag(language), Instant.parse(now)))
                .isEqualTo(shown);
    }

    /** The end is exclusive: what ends with a day is named by its last day, in winter and in summer. */
    @ParameterizedTest
    @CsvSource({
        "2026-12-31T23:00:00Z, en, 31 Dec 2026",
        "2026-06-30T22:00:00Z, en, 30 Jun 2026",
        "2026-12-31T23:00:00Z, fr, 31 déc. 2026",
        "2026-12-31T23:00:00Z, nl, 31 dec. 2026",
        "2026-12-31T12:00:00Z, en, '31 Dec 2026, 13:00'",
        "2026-12-31T23:00:00.000001Z, en, '1 Jan 2027, 00:00'"
    })
    void endOfADayIsThatDay(String end, String language, String shown) {
        assertThat(formats.until(end, Locale.forLanguageTag(language))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "0,0 bytes",
        "999,999 bytes",
        "1000,1 kB",
        "1550,1.6 kB",
        "20000000,20 MB",
        "5000000000,5 GB",
        "5000000000000,'5,000 GB'"
    })
    void showsSizesInTheUnitThatIsEasiestToRead(long bytes, String shown) {
        assertThat(formats.size(bytes, Locale.ENGLISH)).isEqualTo(shown);
    }

    @Test
    void showsSizesInTheReadersOwnUnits() {
        assertThat(formats.size(1_250_000, Locale.FRENCH)).isEqualTo("1,2 Mo");
        assertThat(formats.size(1_250_000, DUTCH)).isEqualTo("1,2 MB");
    }

    @ParameterizedTest
    @CsvSource({"report.pdf,PDF", "a.b.Docx,DOCX", "noending,—", "dot.,—", "long.ending,—"})
    void namesTheKindOfAFileByItsEnding(String fileName, String kind) {
        assertThat(formats.kind(fileName)).isEqualTo(kind);
    }

    @Test
    void callsCountriesAsTheReaderDoes() {
        assertThat(formats.country("BE", Locale.ENGLISH)).isEqualTo("Belgium");
        assertThat(formats.country("BE", Locale.FRENCH)).isEqualTo("Belgique");
        assertThat(formats.country("BE", DUTCH)).isEqualTo("Belgi\u00eb");
    }

    @Test
    void listsEndingsForPeople() {
        assertThat(formats.endings(List.of("pdf", "png"))).isEqualTo("PDF, PNG");
    }
}

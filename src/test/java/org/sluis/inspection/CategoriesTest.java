package org.sluis.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CategoriesTest {

    private static final String DAYS = "sluis.category.certificate.access-days";

    private final Categories categories = ShippedCategories.get();

    @Test
    void takeRecordingsOfManyGigabytes() {
        assertThat(categories.named("exam-recording").orElseThrow().limit()).isEqualTo(5_000_000_000L);
        assertThat(categories.named("exam-recording").orElseThrow().extensions())
                .containsExactly(
                        "3g2", "3gp", "3gpp", "m4a", "m4v", "mkv", "mov", "mp3", "mp4", "oga", "ogg", "opus", "qt",
                        "wav", "webm");
        assertThat(categories.largestLimit()).isEqualTo(5_000_000_000L);
    }

    /** The largest document has 500 MB; only sound and film may be longer than a scanner's window. */
    @Test
    void mayHoldDocumentsNoLongerThanAScannerSeesAsOne() {
        assertThatCode(() -> categories.requireScannable(500_000_000)).doesNotThrowAnyException();
        assertThatThrownBy(() -> categories.requireScannable(499_999_999))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sluis.category.measurement-data.limit");
    }

    @Test
    void mayHaveAUsualTimeOfAccessInDays() {
        assertThat(categories.all()).allMatch(category -> category.accessDays().isEmpty());
        assertThat(ShippedCategories.with(DAYS, "365")
                        .named("certificate")
                        .orElseThrow()
                        .accessDays())
                .contains(365);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "36501", "a year"})
    void haveNoSenselessTimeOfAccess(String days) {
        assertThatThrownBy(() -> ShippedCategories.with(DAYS, days))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(DAYS);
    }
}

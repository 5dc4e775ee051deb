package org.sluis.inspection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CategoriesTest {

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
}

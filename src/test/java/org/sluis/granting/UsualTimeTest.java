package org.sluis.granting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sluis.documents.ChosenDocument;
import org.sluis.documents.DocumentState;
import org.sluis.inspection.Categories;
import org.sluis.inspection.ShippedCategories;
import org.sluis.kernel.Ids;

/** For how long access is usually given. */
class UsualTimeTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 12, 30);

    @Test
    void nobodyIsTemptedWhereNothingIsSet() {
        assertThat(lastDay(ShippedCategories.get(), "certificate")).isEmpty();
    }

    @Test
    void shortestTimeCountsAndWhatHasNoneDoesNot() {
        Categories categories = ShippedCategories.with(
                "sluis.category.certificate.access-days", "365", "sluis.category.test-report.access-days", "30");
        assertThat(lastDay(categories, "certificate", "correspondence")).contains("2027-12-30");
        assertThat(lastDay(categories, "certificate", "test-report")).contains("2027-01-29");
        assertThat(lastDay(categories, "correspondence")).isEmpty();
        assertThat(lastDay(categories)).isEmpty();
    }

    private static Optional<String> lastDay(Categories categories, String... names) {
        List<ChosenDocument> chosen = Stream.of(names).map(UsualTimeTest::of).toList();
        return UsualTime.lastDay(categories, chosen, TODAY);
    }

    private static ChosenDocument of(String category) {
        return new ChosenDocument(
                Ids.next(),
                category,
                category,
                "file.pdf",
                DocumentState.AVAILABLE,
                "\"r1\"",
                Ids.next(),
                "Kim",
                Optional.empty(),
                Optional.empty());
    }
}

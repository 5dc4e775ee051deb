package org.sluis.granting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sluis.documents.ChosenDocument;
import org.sluis.documents.ChosenDocuments;
import org.sluis.inspection.Categories;
import org.sluis.inspection.Category;
import org.sluis.kernel.Caller;
import org.sluis.platform.config.Settings;

/** For how long access to some documents is usually given: by their categories, the shortest where they differ. */
@ApplicationScoped
class UsualTime {

    @Inject
    Categories categories;

    @Inject
    ChosenDocuments documents;

    @Inject
    Settings settings;

    /** The last day, ISO 8601; none where it is different each time. */
    Optional<String> lastDay(Caller administrator, List<UUID> documentIds) {
        boolean never = categories.all().stream()
                .allMatch(category -> category.accessDays().isEmpty());
        return never ? Optional.empty() : lastDay(documents.of(administrator, documentIds));
    }

    Optional<String> lastDay(List<ChosenDocument> chosen) {
        return lastDay(categories, chosen, LocalDate.now(settings.zone()));
    }

    static Optional<String> lastDay(Categories categories, List<ChosenDocument> chosen, LocalDate today) {
        return chosen.stream()
                .flatMap(document -> categories.named(document.category()).stream())
                .flatMap((Category category) -> category.accessDays().stream())
                .min(Comparator.naturalOrder())
                .map(days -> today.plusDays(days).toString());
    }
}

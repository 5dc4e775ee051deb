package org.sluis.intake;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluis.documents.NewDocument;
import org.sluis.inspection.Categories;
import org.sluis.inspection.Category;
import org.sluis.kernel.ProblemException;

/** The part {@code metadata} of an upload, as sent; every member that is not here is refused. */
public record Metadata(
        @Nullable String title,
        @Nullable String category,
        @Nullable String dossierId,
        @Nullable String description) {

    /** @throws ProblemException {@code invalid-member} naming the first senseless member */
    public NewDocument checked(Categories categories) {
        if (title == null) {
            throw ProblemException.invalid("title", "missing");
        }
        if (dossierId != null) {
            throw ProblemException.invalid("dossierId", "unknown");
        }
        return new NewDocument(title, known(categories).name(), Optional.ofNullable(description));
    }

    Category known(Categories categories) {
        return Optional.ofNullable(category)
                .flatMap(categories::named)
                .orElseThrow(() -> ProblemException.invalid("category", "unknown"));
    }
}

package org.sluis.intake;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
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

    /** All that is wrong with it, where {@link #checked} tells the first thing only. */
    List<ProblemException> complaints(Categories categories) {
        return Stream.<Runnable>of(
                        () -> new NewDocument(Objects.requireNonNullElse(title, ""), "", Optional.empty()),
                        () -> known(categories),
                        () -> new NewDocument("-", "", Optional.ofNullable(description)))
                .flatMap(check -> complaint(check).stream())
                .toList();
    }

    private static Optional<ProblemException> complaint(Runnable check) {
        try {
            check.run();
            return Optional.empty();
        } catch (ProblemException refusal) {
            return Optional.of(refusal);
        }
    }

    Category known(Categories categories) {
        return Optional.ofNullable(category)
                .flatMap(categories::named)
                .orElseThrow(() -> ProblemException.invalid("category", "unknown"));
    }
}

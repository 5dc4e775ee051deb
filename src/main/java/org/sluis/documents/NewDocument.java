package org.sluis.documents;

import java.util.Optional;
import org.sluis.kernel.ProblemException;

/** What the sender says of a document; the category is known to the portal by the time it gets here. */
public record NewDocument(String title, String category, Optional<String> description) {

    private static final int MAX_TITLE = 200;
    private static final int MAX_DESCRIPTION = 2_000;

    /** @throws ProblemException {@code invalid-member} naming what is too long or empty */
    public NewDocument {
        title = title.strip();
        if (title.isEmpty() || title.length() > MAX_TITLE || title.indexOf('\0') >= 0) {
            throw ProblemException.invalid("title", "length");
        }
        if (description
                .filter(text -> text.length() > MAX_DESCRIPTION || text.indexOf('\0') >= 0)
                .isPresent()) {
            throw ProblemException.invalid("description", "length");
        }
    }
}

package org.sluis.documents;

import java.util.Optional;
import org.sluis.kernel.PlainText;
import org.sluis.kernel.ProblemException;

/** What the sender says of a document; the category is known to the portal by the time it gets here. */
public record NewDocument(String title, String category, Optional<String> description) {

    private static final int MAX_TITLE = 200;
    private static final int MAX_DESCRIPTION = 2_000;

    /** @throws ProblemException {@code invalid-member} naming what is too long, empty or unfit */
    public NewDocument {
        title = PlainText.line("title", title, MAX_TITLE);
        description = description.map(text -> PlainText.paragraphs("description", text, MAX_DESCRIPTION));
    }
}

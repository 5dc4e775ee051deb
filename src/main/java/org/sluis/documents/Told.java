package org.sluis.documents;

import java.util.Locale;

/** What of the trail is told on the page of a document, by the codes that its rooms gave it. */
enum Told {
    DOCUMENT_UPLOADED,
    DOCUMENT_RELEASED,
    DOCUMENT_REJECTED,
    DOCUMENT_PREVIEWED,
    DOCUMENT_DOWNLOADED,
    DOCUMENT_AMENDED,
    DOCUMENT_RECALLED,
    DOCUMENT_REINSTATED,
    GRANT_GIVEN,
    GRANT_REVOKED;

    /** As the trail has it. */
    String act() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

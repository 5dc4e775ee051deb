package org.sluis.audit;

import java.util.Locale;

/** What can be done to a resource, as the trail calls it. */
public enum Act {
    DOCUMENT_UPLOADED,
    DOCUMENTS_LISTED,
    DOCUMENT_VIEWED,
    DOCUMENT_AMENDED,
    DOCUMENT_ERASED,
    DOCUMENT_DOWNLOADED,
    DOCUMENT_RELEASED,
    DOCUMENT_REJECTED,
    CHECK_POSTPONED,
    CHECK_OVERDUE,
    CHECK_HASTENED,
    QUARANTINE_LISTED,
    QUARANTINE_VIEWED,
    CONTENT_DISCARDED,
    RESCAN_BEGUN,
    RESCAN_OBJECTED,
    DOCUMENT_RECALLED,
    REINSTATEMENT_PROPOSED,
    REINSTATEMENT_DECLINED,
    DOCUMENT_REINSTATED,
    GRANTS_VIEWED,
    GRANT_GIVEN,
    GRANT_GIVEN_TO_ONESELF,
    GRANT_REVOKED,
    ACCESS_EXAMINED;

    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

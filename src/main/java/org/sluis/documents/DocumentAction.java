package org.sluis.documents;

import org.sluis.kernel.AuditAction;
import org.sluis.kernel.Facts;

/** What can be done to documents, as the trail calls it. */
public enum DocumentAction implements AuditAction {
    DOCUMENT_UPLOADED(DocumentFacts.Uploaded.class),
    DOCUMENTS_LISTED(DocumentFacts.Listed.class),
    DOCUMENT_VIEWED(DocumentFacts.Viewed.class),
    DOCUMENT_AMENDED(DocumentFacts.Amended.class),
    DOCUMENT_ERASED(DocumentFacts.Erased.class),
    DOCUMENT_DOWNLOADED(DocumentFacts.Downloaded.class),
    DOCUMENT_PREVIEWED(DocumentFacts.Previewed.class),
    ACTIVITY_VIEWED(Facts.None.class),
    DOCUMENT_RELEASED(DocumentFacts.Released.class),
    DOCUMENT_REJECTED(DocumentFacts.Rejected.class),
    COPY_PROPOSED(DocumentFacts.CopyProposed.class),
    COPY_SENT(DocumentFacts.CopySent.class);

    private final Class<? extends Facts> facts;

    DocumentAction(Class<? extends Facts> facts) {
        this.facts = facts;
    }

    @Override
    public Class<? extends Facts> facts() {
        return facts;
    }
}

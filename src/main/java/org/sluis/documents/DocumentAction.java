package org.sluis.documents;

import org.sluis.kernel.AuditAction;
import org.sluis.kernel.Facts;

/** What can be done to documents, as the trail calls it. */
enum DocumentAction implements AuditAction {
    DOCUMENT_UPLOADED(DocumentFacts.Uploaded.class),
    DOCUMENTS_LISTED(DocumentFacts.Listed.class),
    DOCUMENT_VIEWED(DocumentFacts.Viewed.class),
    DOCUMENT_AMENDED(DocumentFacts.Amended.class),
    DOCUMENT_ERASED(DocumentFacts.Erased.class),
    DOCUMENT_DOWNLOADED(DocumentFacts.Downloaded.class),
    DOCUMENT_RELEASED(DocumentFacts.Released.class),
    DOCUMENT_REJECTED(DocumentFacts.Rejected.class),
    COPY_PROPOSED(DocumentFacts.CopyProposed.class),
    COPY_SENT(DocumentFacts.CopySent.class),
    CHECK_POSTPONED(DocumentFacts.Postponed.class),
    CHECK_OVERDUE(DocumentFacts.Overdue.class),
    CHECK_HASTENED(DocumentFacts.Disposed.class),
    QUARANTINE_LISTED(DocumentFacts.DeskListed.class),
    QUARANTINE_VIEWED(DocumentFacts.DeskViewed.class),
    CONTENT_DISCARDED(DocumentFacts.Disposed.class),
    RESCAN_BEGUN(DocumentFacts.RescanBegun.class),
    RESCAN_OBJECTED(DocumentFacts.Objected.class),
    DOCUMENT_RECALLED(DocumentFacts.Recalled.class),
    REINSTATEMENT_PROPOSED(DocumentFacts.Reinstatement.class),
    REINSTATEMENT_DECLINED(DocumentFacts.Reinstatement.class),
    DOCUMENT_REINSTATED(DocumentFacts.Reinstatement.class),
    SECOND_LOOK_ASKED(DocumentFacts.SecondLook.class),
    SECOND_LOOK_WITHDRAWN(DocumentFacts.SecondLook.class),
    SECOND_LOOK_DECLINED(DocumentFacts.SecondLook.class),
    RULE_LIFTED(DocumentFacts.Reinstatement.class),
    SEALED_CONTENT_DESTROYED(DocumentFacts.Destroyed.class);

    private final Class<? extends Facts> facts;

    DocumentAction(Class<? extends Facts> facts) {
        this.facts = facts;
    }

    @Override
    public Class<? extends Facts> facts() {
        return facts;
    }
}

package org.sluis.quarantine;

import org.sluis.kernel.AuditAction;
import org.sluis.kernel.Facts;

/** What happens to documents that wait, were refused or were recalled, as the trail calls it. */
enum QuarantineAction implements AuditAction {
    CHECK_POSTPONED(QuarantineFacts.Postponed.class),
    CHECK_OVERDUE(QuarantineFacts.Overdue.class),
    CHECK_HASTENED(QuarantineFacts.Disposed.class),
    QUARANTINE_LISTED(QuarantineFacts.DeskListed.class),
    QUARANTINE_VIEWED(QuarantineFacts.DeskViewed.class),
    CONTENT_DISCARDED(QuarantineFacts.Disposed.class),
    RESCAN_BEGUN(QuarantineFacts.RescanBegun.class),
    RESCAN_OBJECTED(QuarantineFacts.Objected.class),
    DOCUMENT_RECALLED(QuarantineFacts.Recalled.class),
    REINSTATEMENT_PROPOSED(QuarantineFacts.Reinstatement.class),
    REINSTATEMENT_DECLINED(QuarantineFacts.Reinstatement.class),
    DOCUMENT_REINSTATED(QuarantineFacts.Reinstatement.class),
    SECOND_LOOK_ASKED(QuarantineFacts.SecondLook.class),
    SECOND_LOOK_WITHDRAWN(QuarantineFacts.SecondLook.class),
    SECOND_LOOK_DECLINED(QuarantineFacts.SecondLook.class),
    RULE_LIFTED(QuarantineFacts.Reinstatement.class),
    SEALED_CONTENT_DESTROYED(QuarantineFacts.Destroyed.class);

    private final Class<? extends Facts> facts;

    QuarantineAction(Class<? extends Facts> facts) {
        this.facts = facts;
    }

    @Override
    public Class<? extends Facts> facts() {
        return facts;
    }
}

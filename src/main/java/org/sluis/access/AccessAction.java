package org.sluis.access;

import org.sluis.kernel.AuditAction;
import org.sluis.kernel.Facts;

/** What can be done to rights on documents, as the trail calls it. */
enum AccessAction implements AuditAction {
    GRANTS_VIEWED(Facts.None.class),
    GRANT_GIVEN(AccessFacts.Given.class),
    GRANT_GIVEN_TO_ONESELF(AccessFacts.GivenToOneself.class),
    GRANT_REVOKED(AccessFacts.Revoked.class),
    ACCESS_EXAMINED(AccessFacts.Examined.class);

    private final Class<? extends Facts> facts;

    AccessAction(Class<? extends Facts> facts) {
        this.facts = facts;
    }

    @Override
    public Class<? extends Facts> facts() {
        return facts;
    }
}

package org.sluis.mail;

import org.sluis.kernel.AuditAction;
import org.sluis.kernel.Facts;

/** What people do about mails and news, as the trail calls it. */
enum MailAction implements AuditAction {
    MAIL_RHYTHM_CHOSEN(MailFacts.Chosen.class),
    NEWS_LISTED(MailFacts.Listed.class),
    NEWS_READ(MailFacts.MarkedRead.class);

    private final Class<? extends Facts> facts;

    MailAction(Class<? extends Facts> facts) {
        this.facts = facts;
    }

    @Override
    public Class<? extends Facts> facts() {
        return facts;
    }
}

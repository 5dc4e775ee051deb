package org.sluis.mail;

import java.util.Set;
import java.util.UUID;

/**
 * What can be told. A mail travels and stays where no right reaches, so none holds a title, a file name or a purpose:
 * it says that something happened, and the portal shows what to whoever may see it at the time of reading.
 */
enum MailKind {
    /** To administrators: files are without verdict for too long. */
    CHECK_OVERDUE("mail.check-overdue.subject", "mail.check-overdue.text", "/portal/quarantine"),
    /** To the uploader: an administrator has given a right on the document to themselves. */
    SELF_GRANT("mail.self-grant.subject", "mail.self-grant.text", "/portal/documents/%s"),
    /** The same to data protection officers, who have no page for a document they were not granted. */
    SELF_GRANT_OVERSIGHT("mail.self-grant-oversight.subject", "mail.self-grant-oversight.text", "/"),
    /** To whoever has downloaded it: a file was found to hold malware after it had passed the checks. */
    DOCUMENT_RECALLED("mail.document-recalled.subject", "mail.document-recalled.text", "/portal/documents/%s"),
    /** To administrators: the same, for them to decide on it. */
    RECALL_OVERSIGHT("mail.recall-oversight.subject", "mail.recall-oversight.text", "/portal/quarantine"),
    /** To administrators: a sender asks for a second look at a refusal. */
    SECOND_LOOK_ASKED("mail.second-look-asked.subject", "mail.second-look-asked.text", "/portal/quarantine"),
    /** To the other administrators: one has proposed to lift a rule, and another has to consent. */
    LIFT_PROPOSED("mail.lift-proposed.subject", "mail.lift-proposed.text", "/portal/quarantine"),
    /** To the sender: the request for a second look has its answer. */
    SECOND_LOOK_ANSWERED("mail.second-look-answered.subject", "mail.second-look-answered.text", "/portal/documents/%s"),
    /** To the other administrators and the DPO: one has proposed to change an employee's account. */
    ACCOUNT_CHANGE_PROPOSED(
            "mail.account-change-proposed.subject", "mail.account-change-proposed.text", "/portal/account-changes"),
    /** To administrators: an employee's account was made, shut or opened, or its roles, address or second factor were changed. */
    ACCOUNT_CHANGED("mail.account-changed.subject", "mail.account-changed.text", "/portal/people/%s"),
    /** The same to data protection officers, who have no page for the person. */
    ACCOUNT_CHANGED_OVERSIGHT(
            "mail.account-changed-oversight.subject", "mail.account-changed-oversight.text", "/portal/account-changes"),
    /** To the person, where they were reached before: somebody has changed what they sign in with or as what. */
    OWN_ACCOUNT_CHANGED("mail.own-account-changed.subject", "mail.own-account-changed.text", "/"),
    /** To whoever has an account: an organisation has invited their address. */
    INVITED_ELSEWHERE("mail.invited-elsewhere.subject", "mail.invited-elsewhere.text", "/"),
    /** To whoever there is news for, of one kind or several: how often they hear it is theirs to choose. */
    NEWS("mail.news.subject", "mail.news.text", "/portal/news");

    private static final Set<MailKind> ABOUT_ACCOUNTS =
            Set.of(ACCOUNT_CHANGE_PROPOSED, ACCOUNT_CHANGED, ACCOUNT_CHANGED_OVERSIGHT, OWN_ACCOUNT_CHANGED);

    private final String subject;
    private final String text;
    private final String path;

    MailKind(String subject, String text, String path) {
        this.subject = subject;
        this.text = text;
        this.path = path;
    }

    /**
     * Whether it goes also to somebody who was shut out meanwhile. Else whoever does something to an employee's account could shut
     * out those who would have heard of it.
     */
    boolean reachesTheShutOut() {
        return ABOUT_ACCOUNTS.contains(this);
    }

    /** The key of the subject, which takes nothing from outside. */
    String subject() {
        return subject;
    }

    /** The key of the text; {0} is who did it, or the organisation, {1} the identifier of what it is about. */
    String text() {
        return text;
    }

    /** Whether it may be gathered and left out, and speaks of all that happened since the last one. */
    boolean isNews() {
        return this == NEWS;
    }

    /** Whether it is about an organisation, which it names in place of who did it. */
    boolean namesOrganisation() {
        return this == INVITED_ELSEWHERE;
    }

    /** Where in the portal the reader goes on. */
    String path(UUID document) {
        return path.formatted(document);
    }
}

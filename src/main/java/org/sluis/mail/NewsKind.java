package org.sluis.mail;

/** What can be new about a document for somebody. */
enum NewsKind {
    /** They were given access. */
    NEW_FOR_YOU("mail.new-for-you.subject", "mail.new-for-you.text"),
    /** Another has sent a further version of what they may read. */
    NEW_VERSION("mail.new-version.subject", "mail.new-version.text"),
    /** The checks have refused what they sent. */
    REFUSED("mail.refused.subject", "mail.refused.text"),
    /** Their access was revoked. */
    ENDED("mail.ended.subject", "mail.ended.text"),
    /** Their access ends within a week. */
    ENDING("mail.ending.subject", "mail.ending.text");

    private final String subject;
    private final String text;

    NewsKind(String subject, String text) {
        this.subject = subject;
        this.text = text;
    }

    /** The key of the subject of a mail that tells nothing else. */
    String subject() {
        return subject;
    }

    /** The key of what a mail says of it. */
    String text() {
        return text;
    }
}

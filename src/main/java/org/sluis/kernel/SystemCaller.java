package org.sluis.kernel;

import java.util.Locale;

/** A part of the portal that acts without a person, under its own narrow rights in the database. */
public enum SystemCaller {
    /** Judges received files: reads documents and versions, changes their state. */
    GATE,
    /** Moves grants that are over to the history, and sees no others. */
    SWEEPER,
    /** Has stored files judged anew: sees what is available and withdraws what is convicted. */
    RESCANNER,
    /** Makes accounts known when they sign in: reads and writes persons, founds organisations. */
    REGISTRAR,
    /** Ends changes of accounts that broke off and compares accounts with persons: reads persons. */
    ACCOUNTS,
    /** Finds out whom mails go to: reads persons. Tells whose access ends soon, and forgets old news. */
    MAILER,
    /** Takes the words of contents for the search: reads what is available, and writes nothing but its words. */
    INDEXER;

    /** The name the database knows. */
    public String title() {
        return name().toLowerCase(Locale.ROOT);
    }
}

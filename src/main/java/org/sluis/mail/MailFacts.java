package org.sluis.mail;

import org.sluis.kernel.Facts;

/** What entries of the trail say of mails and news. */
sealed interface MailFacts extends Facts {

    /** @param quiet whether there are hours in which nothing comes */
    record Chosen(Rhythm rhythm, boolean quiet) implements MailFacts {}

    record Listed(int shown) implements MailFacts {}

    record MarkedRead(int items) implements MailFacts {}
}

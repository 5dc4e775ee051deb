package org.sluis.mail;

import org.sluis.kernel.Facts;

/** What entries of the trail say of mails. */
sealed interface MailFacts extends Facts {

    record Chosen(Rhythm rhythm) implements MailFacts {}
}

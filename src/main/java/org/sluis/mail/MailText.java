package org.sluis.mail;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/**
 * A mail with all its words.
 *
 * @param id stays the same for each attempt
 * @param name the recipient's, on one line
 * @param address the recipient's, as the account has it
 */
record MailText(
        UUID id,
        Instant writtenAt,
        Locale language,
        String name,
        String address,
        String subject,
        String text,
        String html) {}

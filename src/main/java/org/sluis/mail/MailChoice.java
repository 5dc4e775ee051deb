package org.sluis.mail;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What somebody chose of the mails they get.
 *
 * @param zone where they are; the portal's where absent
 */
record MailChoice(Rhythm rhythm, Optional<QuietHours> quiet, Optional<ZoneId> zone) {

    /** Of whoever has not chosen. */
    static final MailChoice DEFAULT = new MailChoice(Rhythm.AT_ONCE, Optional.empty(), Optional.empty());

    /** When nothing is to come, each day; where it ends before it begins, the night lies between. */
    record QuietHours(LocalTime from, LocalTime until) {}
}

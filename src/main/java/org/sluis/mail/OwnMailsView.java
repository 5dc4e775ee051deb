package org.sluis.mail;

import static org.sluis.platform.rest.Audience.ADMIN;
import static org.sluis.platform.rest.Audience.CLIENT;
import static org.sluis.platform.rest.Audience.DPO;
import static org.sluis.platform.rest.Audience.INSPECTOR;

import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sluis.mail.MailChoice.QuietHours;
import org.sluis.platform.rest.VisibleTo;

/**
 * Which mails the reader gets.
 *
 * @param rhythm how often what is new comes
 * @param quietFrom from when on nothing comes, as {@code 22:00}
 * @param zone where these times are; the portal's where absent
 */
@Schema(name = "OwnMails")
record OwnMailsView(
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) Rhythm rhythm,

        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) Optional<String> quietFrom,

        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) Optional<String> quietUntil,

        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) Optional<String> zone) {

    static OwnMailsView of(MailChoice choice) {
        return new OwnMailsView(
                choice.rhythm(),
                choice.quiet().map(QuietHours::from).map(Object::toString),
                choice.quiet().map(QuietHours::until).map(Object::toString),
                choice.zone().map(ZoneId::getId));
    }
}

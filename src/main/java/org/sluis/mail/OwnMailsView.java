package org.sluis.mail;

import static org.sluis.platform.rest.Audience.ADMIN;
import static org.sluis.platform.rest.Audience.CLIENT;
import static org.sluis.platform.rest.Audience.DPO;
import static org.sluis.platform.rest.Audience.INSPECTOR;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sluis.platform.rest.VisibleTo;

/**
 * Which mails the reader gets.
 *
 * @param rhythm how often what is new comes
 */
@Schema(name = "OwnMails")
record OwnMailsView(
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) Rhythm rhythm) {}

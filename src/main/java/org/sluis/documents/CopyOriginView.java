package org.sluis.documents;

import static org.sluis.platform.rest.Audience.ADMIN;
import static org.sluis.platform.rest.Audience.CLIENT;
import static org.sluis.platform.rest.Audience.INSPECTOR;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sluis.platform.rest.VisibleTo;

/**
 * Says of a version that the portal made it, and out of what.
 *
 * @param fromVersion number of the version that was refused
 * @param fromSha256 of the bytes of that version
 * @param removed what was left out
 * @param signaturesLost whether its digital signatures do not hold for the copy
 */
@Schema(name = "MadeByPortal")
record CopyOriginView(
        @VisibleTo({CLIENT, INSPECTOR, ADMIN}) int fromVersion,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN}) String fromSha256,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN}) List<RemovalView> removed,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN}) boolean signaturesLost) {}

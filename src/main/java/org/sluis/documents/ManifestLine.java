package org.sluis.documents;

import static org.sluis.platform.rest.Audience.ADMIN;
import static org.sluis.platform.rest.Audience.CLIENT;
import static org.sluis.platform.rest.Audience.DPO;
import static org.sluis.platform.rest.Audience.INSPECTOR;

import org.sluis.platform.rest.VisibleTo;

/** What the manifest of an archive says of one member, in the order {@code sha256sum --check} reads it. */
record ManifestLine(
        @VisibleTo({CLIENT, INSPECTOR, ADMIN}) String sha256,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) String name) {}

package org.sluis.people;

import static org.sluis.platform.rest.Audience.ADMIN;
import static org.sluis.platform.rest.Audience.CLIENT;
import static org.sluis.platform.rest.Audience.DPO;
import static org.sluis.platform.rest.Audience.INSPECTOR;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sluis.platform.rest.VisibleTo;

/** The signed-in person, to themselves. */
@Schema(name = "Me")
record MeView(
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) UUID id,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) String name,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) Optional<String> email,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) String language,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) List<String> roles,
        @VisibleTo({CLIENT, INSPECTOR, ADMIN, DPO}) Optional<String> organisation) {}

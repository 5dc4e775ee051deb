package org.sluis.people;

import static org.sluis.platform.rest.Audience.ADMIN;
import static org.sluis.platform.rest.Audience.CLIENT;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sluis.platform.rest.VisibleTo;

/** A person or team that was just entered, named for whoever entered it. */
@Schema(name = "Entered")
public record EnteredView(@VisibleTo({CLIENT, ADMIN}) UUID id) {}

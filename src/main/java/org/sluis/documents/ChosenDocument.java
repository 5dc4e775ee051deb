package org.sluis.documents;

import static org.sluis.platform.rest.Audience.ADMIN;

import java.util.Optional;
import java.util.UUID;
import org.sluis.platform.rest.VisibleTo;

/**
 * A document that an administrator has chosen to do something with (promise B4).
 *
 * @param entityTag of the state that the administrator sees
 * @param sender who sent it in first, whoever has sent its newest version
 * @param senderOrganisationId whose the sender is; none for the certification body's own people
 */
public record ChosenDocument(
        @VisibleTo(ADMIN) UUID id,
        @VisibleTo(ADMIN) String title,
        @VisibleTo(ADMIN) String category,
        @VisibleTo(ADMIN) String fileName,
        @VisibleTo(ADMIN) DocumentState state,
        @VisibleTo(ADMIN) String entityTag,
        @VisibleTo(ADMIN) UUID senderId,
        @VisibleTo(ADMIN) String sender,
        @VisibleTo(ADMIN) Optional<UUID> senderOrganisationId,
        @VisibleTo(ADMIN) Optional<String> senderOrganisation) {}

package org.sluis.granting;

import static org.sluis.platform.rest.Audience.ADMIN;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sluis.documents.ChosenDocument;
import org.sluis.people.PrincipalKind;
import org.sluis.people.PrincipalView;
import org.sluis.platform.rest.VisibleTo;

/**
 * One of those who are to be given access, with what an administrator should know before (promise B4).
 *
 * @param held on how many of the chosen documents they have access already, which is replaced
 * @param foreign how many of the chosen documents another organisation sent
 */
record ReviewedPrincipal(
        @VisibleTo(ADMIN) PrincipalKind type,
        @VisibleTo(ADMIN) UUID id,
        @VisibleTo(ADMIN) String name,
        @VisibleTo(ADMIN) Optional<String> email,
        @VisibleTo(ADMIN) Optional<String> organisation,
        @VisibleTo(ADMIN) boolean employee,
        @VisibleTo(ADMIN) int members,
        @VisibleTo(ADMIN) int held,
        @VisibleTo(ADMIN) int foreign) {

    static ReviewedPrincipal of(PrincipalView principal, List<ChosenDocument> documents, int held) {
        return new ReviewedPrincipal(
                principal.type(),
                principal.id(),
                principal.name(),
                principal.email(),
                principal.organisation(),
                principal.employee(),
                principal.members(),
                held,
                (int) documents.stream()
                        .filter(document -> isForeign(principal, document))
                        .count());
    }

    /** What a client sent is foreign to clients of other organisations; people of the certification body see whatever they are given. */
    static boolean isForeign(PrincipalView principal, ChosenDocument document) {
        return !principal.employee()
                && !principal.id().equals(document.senderId())
                && document.senderOrganisationId().isPresent()
                && !principal.organisationId().equals(document.senderOrganisationId());
    }
}

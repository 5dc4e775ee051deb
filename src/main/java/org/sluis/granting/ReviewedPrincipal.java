package org.sluis.granting;

import static org.sluis.platform.rest.Audience.ADMIN;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sluis.access.GrantOrder;
import org.sluis.access.HeldRight;
import org.sluis.documents.ChosenDocument;
import org.sluis.people.PrincipalKind;
import org.sluis.people.PrincipalView;
import org.sluis.platform.rest.VisibleTo;

/**
 * One of those who are to be given access, with what an administrator should know before (promise B4).
 *
 * @param held on how many of the chosen documents they have access already, which is replaced
 * @param foreign how many of the chosen documents another organisation sent
 * @param lessened on how many of them they would be able to do less than now
 * @param shortened on how many others of them their access would end earlier than now
 * @param lesser the title of such a document where it is the only one
 * @param sender whether they sent one of these themselves
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
        @VisibleTo(ADMIN) int foreign,
        @VisibleTo(ADMIN) int lessened,
        @VisibleTo(ADMIN) int shortened,
        @VisibleTo(ADMIN) Optional<String> lesser,
        @VisibleTo(ADMIN) boolean sender) {

    /**
     * @param held what they hold on these documents
     * @param order what they are to be given; none before that is said
     */
    static ReviewedPrincipal of(
            PrincipalView principal, List<ChosenDocument> documents, List<HeldRight> held, Optional<GrantOrder> order) {
        List<HeldRight> larger = order.map(wanted -> among(held, right -> right.isLargerThan(wanted.right())))
                .orElse(List.of());
        List<HeldRight> longer = order.map(
                        wanted -> among(held, right -> !larger.contains(right) && right.outlasts(wanted.validUntil())))
                .orElse(List.of());
        List<ChosenDocument> less = documents.stream()
                .filter(document -> Stream.concat(larger.stream(), longer.stream())
                        .anyMatch(right -> right.documentId().equals(document.id())))
                .toList();
        return new ReviewedPrincipal(
                principal.type(),
                principal.id(),
                principal.name(),
                principal.email(),
                principal.organisation(),
                principal.employee(),
                principal.members(),
                held.size(),
                (int) documents.stream()
                        .filter(document -> isForeign(principal, document))
                        .count(),
                larger.size(),
                longer.size(),
                less.size() == 1 ? Optional.of(less.get(0).title()) : Optional.empty(),
                less.stream().anyMatch(document -> document.senderId().equals(principal.id())));
    }

    /** Several of them, each with what they hold. */
    static List<ReviewedPrincipal> all(
            List<PrincipalView> people,
            List<ChosenDocument> documents,
            List<HeldRight> held,
            Optional<GrantOrder> order) {
        Map<UUID, List<HeldRight>> byHolder = held.stream().collect(Collectors.groupingBy(HeldRight::principalId));
        return people.stream()
                .map(principal -> of(principal, documents, byHolder.getOrDefault(principal.id(), List.of()), order))
                .toList();
    }

    /** What a client sent is foreign to clients of other organisations; people of the certification body see whatever they are given. */
    static boolean isForeign(PrincipalView principal, ChosenDocument document) {
        return !principal.employee()
                && !principal.id().equals(document.senderId())
                && document.senderOrganisationId().isPresent()
                && !principal.organisationId().equals(document.senderOrganisationId());
    }

    private static List<HeldRight> among(List<HeldRight> held, Predicate<HeldRight> wanted) {
        return held.stream().filter(wanted).toList();
    }

    /** Whether they would have less than now on one of the documents. */
    boolean losesSomething() {
        return lessened + shortened > 0;
    }
}

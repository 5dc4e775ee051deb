package org.sluis.access;

import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.sluis.kernel.ProblemException;

/**
 * One right for several principals on several documents, wholly or not at all.
 *
 * @param grants one for each principal, alike but for it
 */
public record BatchOrder(List<UUID> documentIds, List<GrantOrder> grants) {

    /** So many documents are acted on at once. */
    public static final int MAX_DOCUMENTS = 100;

    private static final int MAX_PRINCIPALS = 20;

    /** @throws ProblemException {@code invalid-member} where a list is empty, too long or names something twice */
    public BatchOrder {
        documentIds = List.copyOf(documentIds);
        grants = List.copyOf(grants);
        require("documentIds", documentIds, MAX_DOCUMENTS);
        require("principals", grants.stream().map(GrantOrder::principalId).toList(), MAX_PRINCIPALS);
    }

    private static void require(String member, List<UUID> ids, int most) {
        if (ids.isEmpty()) {
            throw ProblemException.invalid(member, "empty");
        }
        if (ids.size() > most) {
            throw ProblemException.invalid(member, "length");
        }
        if (new HashSet<>(ids).size() < ids.size()) {
            throw ProblemException.invalid(member, "duplicate");
        }
    }
}

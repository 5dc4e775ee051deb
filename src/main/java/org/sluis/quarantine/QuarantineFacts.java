package org.sluis.quarantine;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sluis.documents.DocumentState;
import org.sluis.kernel.Facts;
import org.sluis.kernel.Sha256;

/** What entries of the trail say of things in the quarantine. A version is its number, a rule or a reason its slug. */
sealed interface QuarantineFacts extends Facts {

    record Postponed(int version, int attempts, String reason) implements QuarantineFacts {}

    record Overdue(int version, Instant uploaded) implements QuarantineFacts {}

    record Disposed(int version, DocumentState state) implements QuarantineFacts {}

    /**
     * @param shown how many; none where it was the statistics
     * @param statistics of how many days, where it was those
     */
    record DeskListed(
            Optional<Integer> shown, Optional<DocumentState> state, Optional<String> rule, Optional<Integer> statistics)
            implements QuarantineFacts {

        static DeskListed statistics(int days) {
            return new DeskListed(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(days));
        }
    }

    /** @param recipients {@code all} where they were listed */
    record DeskViewed(Optional<String> recipients) implements QuarantineFacts {}

    /**
     * @param signatures which database of signatures it was begun for, where that is known
     * @param reason what an administrator wants it for
     */
    record RescanBegun(Optional<Integer> signatures, long versions, Optional<String> reason)
            implements QuarantineFacts {}

    record Objected(int version, String reason, String rule, Optional<String> member) implements QuarantineFacts {}

    /** @param recipients how many had the bytes */
    record Recalled(int version, Sha256 sha256, String signature, Optional<String> scanner, int recipients)
            implements QuarantineFacts {}

    /** @param reason what the proposer said */
    record Reinstatement(
            int version,
            UUID proposal,
            Optional<String> signature,
            Optional<String> rule,
            Optional<String> member,
            String reason)
            implements QuarantineFacts {}

    record SecondLook(
            int version,
            Optional<String> signature,
            Optional<String> rule,
            Optional<String> member,
            Optional<String> reason)
            implements QuarantineFacts {}

    record Destroyed(int version) implements QuarantineFacts {}
}

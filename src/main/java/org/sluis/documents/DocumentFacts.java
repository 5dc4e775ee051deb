package org.sluis.documents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sluis.kernel.Facts;
import org.sluis.kernel.Sha256;

/** What entries of the trail say of documents and their versions. A version is its number, a rule or a reason its slug. */
public sealed interface DocumentFacts extends Facts {

    record Uploaded(int version, long size, Sha256 sha256) implements DocumentFacts {}

    /** @param filter by which members was filtered, without the words themselves */
    record Listed(int shown, List<String> filter) implements DocumentFacts {}

    /**
     * @param version of which version there was more to see than the document's metadata
     * @param versions {@code all} where they were listed
     */
    record Viewed(
            Optional<Integer> version, Optional<Sha256> sha256, Optional<String> versions, Optional<Boolean> secondLook)
            implements DocumentFacts {

        static final Viewed METADATA =
                new Viewed(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

        static final Viewed ALL_VERSIONS =
                new Viewed(Optional.empty(), Optional.empty(), Optional.of("all"), Optional.empty());

        static Viewed of(DocumentVersion version) {
            return new Viewed(
                    Optional.of(version.number()), Optional.of(version.sha256()), Optional.empty(), Optional.empty());
        }

        public static Viewed secondLook(int version) {
            return new Viewed(Optional.of(version), Optional.empty(), Optional.empty(), Optional.of(true));
        }
    }

    /** @param category what it was and what it became, where it did */
    record Amended(List<String> members, Optional<String> category) implements DocumentFacts {}

    /** @param reason in the administrator's own words, where they were asked */
    record Erased(int versions, Optional<String> reason) implements DocumentFacts {}

    /** @param way how it was packed; none alone */
    record Downloaded(int version, Sha256 sha256, Optional<String> way) implements DocumentFacts {

        static Downloaded alone(DocumentVersion version) {
            return new Downloaded(version.number(), version.sha256(), Optional.empty());
        }

        static Downloaded inArchive(DocumentVersion version) {
            return new Downloaded(version.number(), version.sha256(), Optional.of("archive"));
        }
    }

    /** @param kind in which shape it was shown */
    record Previewed(int version, Sha256 sha256, String kind) implements DocumentFacts {}

    record Released(int version, Sha256 sha256, String type, int notices) implements DocumentFacts {}

    record Rejected(
            int version,
            String reason,
            String rule,
            Optional<String> member,
            Optional<String> signature,
            Optional<Instant> sealedUntil)
            implements DocumentFacts {}

    /** @param removed how many things a copy leaves out */
    record CopyProposed(int version, int removed) implements DocumentFacts {}

    record CopySent(int version, int fromVersion, Sha256 fromSha256, int removed) implements DocumentFacts {}
}

package org.sluis.people;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sluis.kernel.Facts;

/** What entries of the trail say of people, organisations and teams. */
public sealed interface PeopleFacts extends Facts {

    /** @param shown how many; none where it was one, or is not told */
    record Listed(Optional<Integer> shown) implements PeopleFacts {

        public static final Listed UNCOUNTED = new Listed(Optional.empty());

        public static Listed of(int shown) {
            return new Listed(Optional.of(shown));
        }
    }

    /** @param members which were sent, never what they say */
    record Amended(List<String> members) implements PeopleFacts {}

    /** @param language two letters (ISO 639-1) */
    record Language(String language) implements PeopleFacts {}

    record TeamFounded(String name) implements PeopleFacts {}

    record TeamMember(UUID person) implements PeopleFacts {}
}

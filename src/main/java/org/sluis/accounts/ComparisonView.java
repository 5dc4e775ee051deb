package org.sluis.accounts;

import static org.sluis.platform.rest.Audience.ADMIN;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sluis.platform.rest.VisibleTo;

/**
 * What a comparison of accounts and persons found, as administrators see it (promise B4).
 *
 * @param comparedAt none before the first comparison
 * @param total how many differences there are; {@code items} holds the first of them
 * @param nextCursor none ever: the list is not paged
 */
@Schema(name = "Comparison")
record ComparisonView(
        @VisibleTo(ADMIN) Optional<Instant> comparedAt,
        @VisibleTo(ADMIN) int total,
        @VisibleTo(ADMIN) List<Drift> items,
        @VisibleTo(ADMIN) Optional<String> nextCursor) {

    static ComparisonView of(Optional<Comparison> found) {
        return new ComparisonView(
                found.map(Comparison::at),
                found.map(Comparison::total).orElse(0),
                found.map(Comparison::first).orElse(List.of()),
                Optional.empty());
    }
}

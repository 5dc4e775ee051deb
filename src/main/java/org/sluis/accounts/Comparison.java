package org.sluis.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What was found when accounts and persons were last compared.
 *
 * @param found how many differences of each kind
 * @param first the first of them, in the order of the accounts
 */
record Comparison(Instant at, Map<Drift.Kind, Long> found, List<Drift> first) {

    Comparison {
        found = Map.copyOf(found);
        first = List.copyOf(first);
    }

    long count(Drift.Kind kind) {
        return found.getOrDefault(kind, 0L);
    }

    int total() {
        return Math.toIntExact(
                found.values().stream().mapToLong(Long::longValue).sum());
    }
}

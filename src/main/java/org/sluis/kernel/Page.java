package org.sluis.kernel;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * One page of a list that is paged by key: nothing is skipped or shown twice when rows come and go.
 *
 * @param nextCursor the identifier the next page starts below; none on the last page. A page may hold less than was asked
 *     for, even nothing, and still name the next: the search stopped there and goes on from it.
 */
public record Page<T>(List<T> items, Optional<UUID> nextCursor) {

    public Page {
        items = List.copyOf(items);
    }

    /** Cuts {@code rows}, read with one row more than {@code limit}, into a page. */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, UUID> key) {
        return of(rows, limit, key, Optional.empty());
    }

    /** @param horizon where a search that did not find enough has stopped */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, UUID> key, Optional<UUID> horizon) {
        if (rows.size() <= limit) {
            return new Page<>(rows, horizon);
        }
        List<T> shown = rows.subList(0, limit);
        return new Page<>(shown, Optional.of(key.apply(shown.get(limit - 1))));
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), nextCursor);
    }
}

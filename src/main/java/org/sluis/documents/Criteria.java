package org.sluis.documents;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.ProblemException;

/** Which of the visible documents a list shows. */
public record Criteria(
        Optional<String> words, Optional<String> category, Optional<DocumentState> state, Optional<Instant> since) {

    private static final int MAX_WORDS = 200;

    /** Everything visible. */
    public static final Criteria NONE =
            new Criteria(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** @throws ProblemException {@code invalid-member} naming the senseless parameter */
    public static Criteria of(
            @Nullable String words, @Nullable String category, @Nullable String state, @Nullable String since) {
        if (words != null && (words.length() > MAX_WORDS || words.indexOf('\0') >= 0)) {
            throw ProblemException.invalid("q", "length");
        }
        return new Criteria(
                Optional.ofNullable(words).map(String::strip).filter(text -> !text.isEmpty()),
                Optional.ofNullable(category).filter(text -> !text.isEmpty()),
                Optional.ofNullable(state).filter(text -> !text.isEmpty()).map(Criteria::parsedState),
                Optional.ofNullable(since).filter(text -> !text.isEmpty()).map(Criteria::parsedInstant));
    }

    /** By what was filtered, without the words themselves: they may be about a person, and the trail keeps for ever. */
    String names() {
        return Stream.of(
                        words.map(set -> "q"),
                        category.map(set -> "category"),
                        state.map(set -> "state"),
                        since.map(set -> "uploadedAfter"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(","));
    }

    private static DocumentState parsedState(String text) {
        for (DocumentState candidate : DocumentState.values()) {
            if (candidate.name().equals(text)) {
                return candidate;
            }
        }
        throw ProblemException.invalid("state", "unknown");
    }

    private static Instant parsedInstant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException malformed) {
            throw ProblemException.invalid("uploadedAfter", "format");
        }
    }
}

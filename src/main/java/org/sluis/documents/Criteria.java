package org.sluis.documents;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Instants;
import org.sluis.kernel.PlainText;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;

/** Which of the visible documents a list shows. */
public record Criteria(
        Optional<String> words,
        Optional<String> category,
        Optional<UUID> dossierId,
        Optional<DocumentState> state,
        Optional<Instant> since) {

    private static final int MAX_WORDS = 200;

    /** Everything visible. */
    public static final Criteria NONE =
            new Criteria(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * @param readers who asks; what they may not have of a document is no way to find one, and named like any unknown word
     * @throws ProblemException {@code unknown-member} or {@code invalid-member} naming the parameter
     */
    public static Criteria of(
            Set<Audience> readers,
            @Nullable String words,
            @Nullable String category,
            @Nullable String dossier,
            @Nullable String state,
            @Nullable String since) {
        Stated stated = new Stated(readers);
        return new Criteria(
                stated.by("q", "title", words).map(Criteria::bounded),
                stated.by("category", "category", category),
                stated.by("dossierId", "dossierId", dossier).map(Criteria::parsedDossier),
                stated.by("state", "state", state).map(Criteria::parsedState),
                stated.by("uploadedAfter", "uploadedAt", since).map(text -> Instants.parse("uploadedAfter", text)));
    }

    /** What was asked for, where it may be asked for. */
    private record Stated(Set<Audience> readers) {

        Optional<String> by(String parameter, String member, @Nullable String value) {
            if (value == null) {
                return Optional.empty();
            }
            if (!FieldFilter.shows(DocumentView.class, member, readers)) {
                throw ProblemException.unknown(parameter);
            }
            return Optional.of(value.strip()).filter(text -> !text.isEmpty());
        }
    }

    /** By what was filtered, without the words themselves: they may be about a person, and the trail keeps for ever. */
    String names() {
        return Stream.of(
                        words.map(set -> "q"),
                        category.map(set -> "category"),
                        dossierId.map(set -> "dossierId"),
                        state.map(set -> "state"),
                        since.map(set -> "uploadedAfter"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(","));
    }

    private static String bounded(String words) {
        if (words.length() > MAX_WORDS || words.indexOf('\0') >= 0) {
            throw ProblemException.invalid("q", "length");
        }
        return PlainText.composed(words);
    }

    private static UUID parsedDossier(String text) {
        return Ids.parse(text).orElseThrow(() -> ProblemException.invalid("dossierId", "format"));
    }

    private static DocumentState parsedState(String text) {
        for (DocumentState candidate : DocumentState.values()) {
            if (candidate.name().equals(text)) {
                return candidate;
            }
        }
        throw ProblemException.invalid("state", "unknown");
    }
}

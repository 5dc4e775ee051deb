package org.sluis.documents;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Instants;
import org.sluis.kernel.PlainText;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.SearchTerms;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;

/**
 * Which of the visible documents a list shows.
 *
 * @param words see {@link SearchTerms}
 * @param since sent later than this
 * @param before sent earlier than this
 * @param organisation words of the name of the sender's organisation
 * @param among by what is to be done with them
 */
public record Criteria(
        Optional<String> words,
        Optional<String> category,
        Optional<UUID> dossierId,
        Optional<DocumentState> state,
        Optional<Instant> since,
        Optional<Instant> before,
        Optional<String> organisation,
        Among among) {

    private static final int MAX_WORDS = 200;

    /** Everything visible. */
    public static final Criteria NONE = new Criteria(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Among.ALL);

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
                stated.by("q", "title", words).map(text -> bounded("q", text)),
                stated.by("category", "category", category),
                stated.by("dossierId", "dossierId", dossier).map(Criteria::parsedDossier),
                stated.by("state", "state", state).map(Criteria::parsedState),
                stated.by("uploadedAfter", "uploadedAt", since).map(text -> Instants.parse("uploadedAfter", text)),
                Optional.empty(),
                Optional.empty(),
                Among.ALL);
    }

    /** The same, and sent before an instant. */
    public Criteria before(Set<Audience> readers, @Nullable String before) {
        return new Criteria(
                words,
                category,
                dossierId,
                state,
                since,
                new Stated(readers)
                        .by("uploadedBefore", "uploadedAt", before)
                        .map(text -> Instants.parse("uploadedBefore", text)),
                organisation,
                among);
    }

    /** The same, and sent by somebody of an organisation. */
    public Criteria from(Set<Audience> readers, @Nullable String named) {
        return new Criteria(
                words,
                category,
                dossierId,
                state,
                since,
                before,
                new Stated(readers)
                        .by(DocumentView.Uploader.class, "organisation", "organisation", named)
                        .map(text -> bounded("organisation", text)),
                among);
    }

    /**
     * The same, and of these.
     *
     * @throws ProblemException {@code invalid-member} for what there is not, or not for these readers
     */
    public Criteria showing(Set<Audience> readers, @Nullable String show) {
        if (show == null) {
            return this;
        }
        Among wanted = Among.named(show)
                .filter(known -> known != Among.UNGRANTED || readers.contains(Audience.ADMIN))
                .orElseThrow(() -> ProblemException.invalid("show", "unknown"));
        return new Criteria(words, category, dossierId, state, since, before, organisation, wanted);
    }

    /** What was asked for, where it may be asked for. */
    private record Stated(Set<Audience> readers) {

        Optional<String> by(String parameter, String member, @Nullable String value) {
            return by(DocumentView.class, parameter, member, value);
        }

        Optional<String> by(Class<? extends Record> view, String parameter, String member, @Nullable String value) {
            if (value == null) {
                return Optional.empty();
            }
            if (!FieldFilter.shows(view, member, readers)) {
                throw ProblemException.unknown(parameter);
            }
            return Optional.of(value.strip()).filter(text -> !text.isEmpty());
        }
    }

    /** Whether it takes words to find them; without any, a list costs less. */
    boolean isSearch() {
        return words.isPresent() || organisation.isPresent();
    }

    /** What all must be found of a document. */
    List<String> terms() {
        return words.map(SearchTerms::of).orElseGet(List::of);
    }

    /** By what was filtered, without the words themselves: they may be about a person, and the trail keeps for ever. */
    List<String> names() {
        return Stream.of(
                        words.map(set -> "q"),
                        category.map(set -> "category"),
                        dossierId.map(set -> "dossierId"),
                        state.map(set -> "state"),
                        since.map(set -> "uploadedAfter"),
                        before.map(set -> "uploadedBefore"),
                        organisation.map(set -> "organisation"),
                        Optional.of("show").filter(set -> among != Among.ALL))
                .flatMap(Optional::stream)
                .toList();
    }

    private static String bounded(String parameter, String words) {
        if (words.length() > MAX_WORDS || words.indexOf('\0') >= 0) {
            throw ProblemException.invalid(parameter, "length");
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

package org.sluis.access;

import static org.sluis.platform.rest.Audience.ADMIN;
import static org.sluis.platform.rest.Audience.DPO;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sluis.platform.rest.VisibleTo;

/** An explanation as it leaves: codes that stay, and their words in the reader's language. */
@Schema(name = "Explanation")
record ExplanationView(
        @VisibleTo({ADMIN, DPO}) UUID documentId,
        @VisibleTo({ADMIN, DPO}) ReaderView.Party person,
        @VisibleTo({ADMIN, DPO}) Instant at,
        @VisibleTo({ADMIN, DPO}) boolean visible,

        @VisibleTo({ADMIN, DPO})
        @Schema(implementation = String.class, nullable = true, description = "VIEW, DOWNLOAD, REVISE, or none")
        Optional<Right> right,

        @VisibleTo({ADMIN, DPO}) List<Rule> rules,
        @VisibleTo({ADMIN, DPO}) List<Candidate> grants) {

    /** One part of the rule. */
    public record Rule(
            @VisibleTo({ADMIN, DPO}) String code,
            @VisibleTo({ADMIN, DPO}) boolean passed,
            @VisibleTo({ADMIN, DPO}) String text,
            @VisibleTo({ADMIN, DPO}) Optional<String> state) {}

    /** One grant that was looked at, and what was found. */
    public record Candidate(
            @VisibleTo({ADMIN, DPO}) String code,
            @VisibleTo({ADMIN, DPO}) boolean passed,
            @VisibleTo({ADMIN, DPO}) String text,
            @VisibleTo({ADMIN, DPO}) ReaderView grant) {}

    /** @param words the text of a message key */
    static ExplanationView of(Explanation explanation, UnaryOperator<String> words) {
        return new ExplanationView(
                explanation.documentId(),
                ReaderView.Party.of(explanation.person()),
                explanation.at(),
                explanation.visible(),
                explanation.right(),
                List.of(
                        rule("account-active", explanation.active(), Optional.empty(), words),
                        rule("state-shows", explanation.stateShows(), explanation.state(), words),
                        rule("grant-live", explanation.granted(), Optional.empty(), words)),
                explanation.grants().stream()
                        .map(grant -> candidate(grant, words))
                        .toList());
    }

    private static Rule rule(String code, boolean passed, Optional<String> state, UnaryOperator<String> words) {
        return new Rule(code, passed, words.apply("access.rule." + code + (passed ? ".yes" : ".no")), state);
    }

    private static Candidate candidate(GrantTrace trace, UnaryOperator<String> words) {
        String code = trace.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Candidate(
                code,
                trace.outcome() == GrantTrace.Outcome.LIVE,
                words.apply("access.grant." + code),
                ReaderView.of(trace));
    }
}

package org.sluis.inspection;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sluis.inspection.parsing.Rule;
import org.sluis.kernel.Problem;
import org.sluis.platform.web.Messages;

/**
 * What each problem and each rule means, for whoever follows the {@code type} of a problem (RFC 9457, 3.1.1) or the link
 * beside a refusal. It says the same to everybody.
 */
@ApplicationScoped
public class Guide {

    /** Stands for a fact that only a problem at hand has. */
    private static final String SOMETHING = "…";

    private static final Object[] FACTS = {SOMETHING, SOMETHING};

    /** The problem of a form that is too old; only pages have it. */
    private static final String EXPIRED = "expired";

    private Messages messages;
    private RefusalWords words;

    /** For the proxy. */
    @SuppressWarnings("NullAway.Init")
    protected Guide() {}

    @Inject
    public Guide(Messages messages, RefusalWords words) {
        this.messages = messages;
        this.words = words;
    }

    /**
     * A problem or a rule, in words.
     *
     * @param slug its stable name
     * @param advice what to do about it
     * @param parent the slug of the problem a rule belongs to
     */
    public record Entry(String slug, String title, String text, Optional<String> advice, Optional<String> parent) {

        /** For a view, which reads members by name. */
        Map<String, String> words() {
            return Map.of("slug", slug, "title", title, "text", text, "advice", advice.orElse(""));
        }
    }

    /** Every problem. */
    public List<Entry> problems(Locale language) {
        return Arrays.stream(Problem.values())
                .map(problem -> problem(problem.slug(), "problem." + problem.slug(), language))
                .toList();
    }

    /** The problem or rule of this name. */
    public Optional<Entry> entry(String slug, Locale language) {
        if (slug.equals(EXPIRED)) {
            return Optional.of(problem(EXPIRED, "problem.page.expired", language));
        }
        return problems(language).stream()
                .filter(problem -> problem.slug().equals(slug))
                .findFirst()
                .or(() -> Rule.named(slug).map(rule -> rule(rule, language)));
    }

    /** The rules of the problem of this name. */
    public List<Entry> rules(String problem, Locale language) {
        return Stream.of(Rule.values())
                .filter(rule -> rule.problem().slug().equals(problem))
                .map(rule -> rule(rule, language))
                .toList();
    }

    private Entry problem(String slug, String key, Locale language) {
        return new Entry(
                slug,
                messages.text(language, key + ".title"),
                messages.text(language, key + ".detail", FACTS),
                messages.find(language, key + ".advice"),
                Optional.empty());
    }

    private Entry rule(Rule rule, Locale language) {
        return new Entry(
                rule.slug(),
                words.title(rule, language),
                words.meaning(rule, language),
                Optional.of(words.advice(rule, language)),
                Optional.of(rule.problem().slug()));
    }
}

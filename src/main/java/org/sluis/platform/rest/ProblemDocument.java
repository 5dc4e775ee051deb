package org.sluis.platform.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.web.Messages;

/** Words a problem as {@code application/problem+json} (RFC 9457) in the reader's language. */
@ApplicationScoped
public class ProblemDocument {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final Pattern IDENTIFIER = Pattern.compile("/[0-9a-fA-F-]{36}(/.*)?$");

    /** What is answered without a look at the thing itself: foreign and random identifiers must answer alike. */
    private static final Set<Problem> SAID_UNSEEN = EnumSet.of(
            Problem.NOT_FOUND,
            Problem.ROLE_MISSING,
            Problem.METHOD_NOT_ALLOWED,
            Problem.NOT_ACCEPTABLE,
            Problem.UNSUPPORTED_MEDIA_TYPE);

    @Inject
    Messages messages;

    /**
     * @param path the path asked for; identifiers are left out of what is answered without a look at the thing
     */
    public FilteredView of(ProblemException refusal, Locale locale, String path) {
        Problem problem = refusal.problem();
        String detail = refusal.explanation()
                .map(explanation -> explanation.in(locale))
                .orElseGet(() -> messages.text(
                        locale, "problem.%s.detail".formatted(problem.slug()), arguments(refusal.facts())));
        return of(problem, refusal.facts(), locale, path, detail);
    }

    /** The same with another explanation. */
    public FilteredView of(Problem problem, Map<String, Object> facts, Locale locale, String path, String detail) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("type", "/problems/" + problem.slug());
        document.put("title", messages.text(locale, "problem." + problem.slug() + ".title"));
        document.put("status", problem.status());
        document.put("detail", detail);
        document.put("instance", SAID_UNSEEN.contains(problem) ? withoutIdentifier(path) : path);
        facts.entrySet().stream()
                .filter(fact -> problem.members().contains(fact.getKey()))
                .forEach(fact -> document.put(fact.getKey(), fact.getValue()));
        return new FilteredView(document);
    }

    /** Facts in the order of their names: the arguments of the message. */
    private static Object[] arguments(Map<String, Object> facts) {
        return new TreeMap<>(facts).values().toArray();
    }

    private static String withoutIdentifier(String path) {
        return path.startsWith("/api/") || path.startsWith("/portal/")
                ? IDENTIFIER.matcher(path).replaceFirst("")
                : "/api";
    }
}

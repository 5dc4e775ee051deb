package org.sluis.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.bodies.SentForm;
import org.sluis.platform.rest.ProblemDocument;
import org.sluis.platform.rest.StrictJson;
import org.sluis.platform.security.ApiPath;

/** Words a refusal for whoever asked: a page for people, a problem document (RFC 9457) for scripts of a page. */
@ApplicationScoped
public class ProblemPages {

    private static final int FORBIDDEN = 403;

    @Inject
    HttpServletRequest request;

    @Inject
    PortalPage page;

    @Inject
    ProblemDocument documents;

    @Inject
    Messages messages;

    @Inject
    Templates templates;

    /** An answer, ready to be sent. */
    public record Worded(int status, String mediaType, String body) {}

    /** @param path the address that was asked for */
    public Worded worded(ProblemException refusal, String path) {
        Problem problem = refusal.problem();
        String advice = refusal.explanation().isPresent() ? "" : advice(problem);
        return worded(problem.status(), document(refusal, path), advice, path);
    }

    /** What to do now: in words for people where those for everybody speak to programs. An explanation says so itself. */
    private String advice(Problem problem) {
        return messages.find(page.locale(), "problem.page.advice." + problem.slug())
                .or(() -> messages.find(page.locale(), "problem." + problem.slug() + ".advice"))
                .orElse("");
    }

    /** The page that was answered came from a session that is over, or from somebody else. */
    public Worded expired() {
        return worded(FORBIDDEN, expiredDocument(), "", request.getRequestURI());
    }

    /** Nobody is signed in any more: what was typed waits on the page until somebody is. */
    Worded signedOut(SentForm form) {
        return kept(form, form.value(SessionToken.FIELD).orElse(""));
    }

    /** The same person has signed in again: one press sends what was typed. */
    Worded typedBefore(SentForm form) {
        return kept(form, page.getCsrfToken());
    }

    private Worded kept(SentForm form, String token) {
        String query = request.getQueryString();
        String address = request.getRequestURI() + (query == null ? "" : "?" + query);
        return wantsJson()
                ? expired()
                : page(
                        FORBIDDEN,
                        "platform/kept",
                        Map.of("address", address, "typed", form.typedBeside(SessionToken.FIELD), "token", token));
    }

    private Map<String, Object> expiredDocument() {
        Locale locale = page.locale();
        return Map.of(
                "type",
                "/problems/expired",
                "status",
                FORBIDDEN,
                "title",
                messages.text(locale, "problem.page.expired.title"),
                "detail",
                messages.text(locale, "problem.page.expired.detail"));
    }

    /** Of a field of a form it says what to do about it. */
    private Map<String, Object> document(ProblemException refusal, String path) {
        Problem problem = refusal.problem();
        Optional<String> advice = problem == Problem.INVALID_MEMBER
                ? messages.find(page.locale(), "invalid." + refusal.facts().get("member"))
                : Optional.empty();
        return advice.map(text -> documents.of(problem, refusal.facts(), page.locale(), path, text))
                .orElseGet(() -> documents.of(refusal, page.locale(), path));
    }

    private Worded worded(int status, Map<String, Object> problem, String advice, String path) {
        if (ApiPath.isBelow(path) || wantsJson()) {
            String json = new String(StrictJson.write(problem), StandardCharsets.UTF_8);
            return new Worded(status, ProblemDocument.MEDIA_TYPE, json);
        }
        return page(status, "platform/problem", Map.of("problem", problem, "advice", advice));
    }

    private Worded page(int status, String view, Map<String, ?> model) {
        return new Worded(status, MediaType.TEXT_HTML + ";charset=UTF-8", templates.rendered(view, model));
    }

    private boolean wantsJson() {
        String accepted = request.getHeader(HttpHeaders.ACCEPT);
        return accepted != null && accepted.contains("json");
    }
}

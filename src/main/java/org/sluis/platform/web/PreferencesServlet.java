package org.sluis.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.bodies.SentForm;
import org.sluis.platform.config.Settings;
import org.sluis.platform.security.CurrentCaller;

/**
 * {@code POST /preferences} keeps the language or the looks that somebody chooses in the menu or at the foot of a page, signed in
 * or not, or how lists are shown and walked through, and goes back to that page.
 */
@WebServlet("/preferences")
public class PreferencesServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient CurrentCaller caller;

    @Inject
    private transient KeptLanguage kept;

    @Inject
    private transient ProblemPages problems;

    @Inject
    private transient Settings settings;

    @Inject
    private transient SessionToken token;

    @Inject
    private transient ReadablePages pages;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            keep(request, response, SentForm.read(request));
        } catch (ProblemException refused) {
            response.setHeader("Connection", "close");
            refuse(response, problems.worded(refused, request.getRequestURI()));
        }
    }

    private void keep(HttpServletRequest request, HttpServletResponse response, SentForm form) throws IOException {
        if (caller.isSignedIn() && !token.isOf(request, field(form, SessionToken.FIELD))) {
            refuse(response, problems.expired());
            return;
        }
        Languages.named(field(form, "language")).ifPresent(language -> choose(response, language));
        Looks.named(field(form, "looks")).ifPresent(looks -> KeptChoices.keep(response, looks));
        form.value("beside").ifPresent(on -> KeptChoices.keepBeside(response, Boolean.parseBoolean(on)));
        form.value("keys").ifPresent(on -> KeptChoices.keepKeys(response, Boolean.parseBoolean(on)));
        if (!field(form, "columns").isEmpty()) {
            KeptChoices.keepLeftOut(response, leftOut(form.values("column").toList()));
        }
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", settings.publicUrl() + page(request.getHeader("Referer")));
    }

    /** All but those that are ticked. */
    private static Set<Column> leftOut(List<String> ticked) {
        return EnumSet.complementOf(Column.named(ticked));
    }

    /** The browser keeps it as well, for when its reader has signed out. */
    private void choose(HttpServletResponse response, Locale language) {
        if (caller.isSignedIn()) {
            kept.choose(caller.get(), language);
        }
        KeptChoices.keep(response, language);
    }

    /**
     * Path and query of where the form was; whatever site they were of, they are taken as the portal's. From a page that only a
     * form draws it goes to the next that can be read.
     */
    private String page(@Nullable String referrer) {
        try {
            URI from = new URI(Optional.ofNullable(referrer).orElse("/"));
            String path = Optional.ofNullable(from.getRawPath())
                    .filter(known -> known.startsWith("/"))
                    .orElse("/");
            String page = pages.nearest(path).orElse(path);
            return from.getRawQuery() == null || !page.equals(path) ? page : path + "?" + from.getRawQuery();
        } catch (URISyntaxException senseless) {
            return "/";
        }
    }

    private static void refuse(HttpServletResponse response, ProblemPages.Worded refusal) throws IOException {
        response.setStatus(refusal.status());
        response.setContentType(refusal.mediaType());
        response.getOutputStream().write(refusal.body().getBytes(UTF_8));
    }

    private static String field(SentForm form, String name) {
        return form.value(name).orElse("");
    }
}

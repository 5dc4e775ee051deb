package org.sluis.inspection;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sluis.inspection.Guide.Entry;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.web.ProblemPages;
import org.sluis.platform.web.ReaderLanguage;
import org.sluis.platform.web.Templates;

/**
 * The pages that explain problems and rules, in the reader's language and without sign-in: they tell nothing of any file.
 * {@code /problems} lists them all.
 */
@WebServlet("/problems/*")
public class GuideServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient Guide guide;

    @Inject
    private transient Templates templates;

    @Inject
    private transient ReaderLanguage language;

    @Inject
    private transient ProblemPages problems;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<String> page = Optional.ofNullable(request.getPathInfo())
                .map(this::entry)
                .orElseGet(() -> Optional.of(templates.rendered(
                        "inspection/problems", Map.of("problems", words(guide.problems(language.get()))))));
        if (page.isPresent()) {
            answer(response, HttpServletResponse.SC_OK, "text/html;charset=UTF-8", page.get());
        } else {
            ProblemPages.Worded absent = problems.worded(ProblemException.notFound(), request.getRequestURI());
            answer(response, absent.status(), absent.mediaType(), absent.body());
        }
    }

    private Optional<String> entry(String path) {
        Locale reader = language.get();
        return guide.entry(path.substring(1), reader).map(entry -> {
            List<Entry> parents = entry.parent().flatMap(slug -> guide.entry(slug, reader)).stream()
                    .toList();
            return templates.rendered(
                    "inspection/problem",
                    Map.of(
                            "entry", entry.words(),
                            "parents", words(parents),
                            "rules", words(guide.rules(entry.slug(), reader))));
        });
    }

    private static List<Map<String, String>> words(List<Entry> entries) {
        return entries.stream().map(Entry::words).toList();
    }

    private static void answer(HttpServletResponse response, int status, String type, String body) throws IOException {
        response.setStatus(status);
        response.setContentType(type);
        response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
}

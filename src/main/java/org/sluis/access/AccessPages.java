package org.sluis.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.people.PersonLookup;
import org.sluis.people.PersonSummary;
import org.sluis.platform.config.Settings;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.security.CurrentCaller;
import org.sluis.platform.web.Messages;
import org.sluis.platform.web.PageModel;
import org.sluis.platform.web.PortalPage;

/** Who could see a document then, through what and why; and why one person could or could not. Each question is in the trail. */
@Path("access")
@Produces("text/html;charset=UTF-8")
@RolesAllowed({"admin", "dpo"})
@RequestScoped
public class AccessPages {

    private static final String VIEW = "access/questions.html";
    private static final String ADDRESS = "/portal/access";
    private static final int UNPROCESSABLE = 422;

    /** What is said of each field that is wrong. */
    private static final Map<String, String> COMPLAINTS = Map.of(
            "document", "access.wrong.document",
            "day", "access.wrong.day",
            "time", "access.wrong.time",
            "person", "access.wrong.person");

    @QueryParam("document")
    @DefaultValue("")
    String document = "";

    @QueryParam("day")
    @DefaultValue("")
    String day = "";

    @QueryParam("time")
    @DefaultValue("")
    String time = "";

    @QueryParam("person")
    @DefaultValue("")
    String person = "";

    @QueryParam("at")
    @DefaultValue("")
    String at = "";

    @Inject
    CurrentCaller caller;

    @Inject
    AccessHistory history;

    @Inject
    PersonLookup lookup;

    @Inject
    Settings settings;

    @Inject
    Messages messages;

    @Inject
    PageModel model;

    @Inject
    PortalPage page;

    @GET
    public Response ask(@QueryParam("cursor") @Nullable String cursor) {
        AccessQuestion question = question();
        model.repeat("given", question.given());
        model.complain(Map.of());
        model.say("zone", settings.zone().getId());
        if (!question.isAsked()) {
            return Response.ok(VIEW).build();
        }
        if (!question.wrong().isEmpty()) {
            return askAgain(List.copyOf(question.wrong()));
        }
        try {
            UUID asked = question.document().orElseThrow();
            return question.person().isEmpty()
                    ? readers(asked, question.at(), cursor)
                    : aboutSomebody(asked, question.at(), question.person());
        } catch (ProblemException refusal) {
            if (refusal.problem() == Problem.NOT_FOUND) {
                return askAgain(List.of("document"));
            }
            throw refusal;
        }
    }

    /** All of them as a table for other programs. */
    @GET
    @Path("readers.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response table() {
        AccessQuestion question = question();
        question.wrong().stream().findFirst().ifPresent(field -> {
            throw ProblemException.invalid(field, "format");
        });
        String table = history.everyReader(caller.get(), question.document().orElseThrow(), question.at()).stream()
                .map(reader -> ReadersTable.line(FieldFilter.shown(reader, Audience.of(caller.get()))))
                .collect(Collectors.joining("", ReadersTable.HEAD, ""));
        return Response.ok(table)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"readers.csv\"")
                .build();
    }

    private AccessQuestion question() {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("document", document);
        asked.put("day", day);
        asked.put("time", time);
        asked.put("person", person);
        asked.put("at", at);
        return AccessQuestion.of(asked, settings.zone(), Instant.now());
    }

    private Response readers(UUID asked, Optional<Instant> instant, @Nullable String cursor) {
        AccessView view = history.readers(caller.get(), asked, instant, PageRequest.of(null, cursor));
        model.show("answer", shown(view));
        Map<String, String> same =
                Map.of("document", asked.toString(), "at", view.at().toString());
        model.say("table", address(ADDRESS + "/readers.csv", same));
        model.say(
                "more",
                view.nextCursor()
                        .map(next -> {
                            Map<String, String> further = new LinkedHashMap<>(same);
                            further.put("cursor", next);
                            return address(ADDRESS, further);
                        })
                        .orElse(null));
        return Response.ok(VIEW).build();
    }

    private Response aboutSomebody(UUID asked, Optional<Instant> instant, String words) {
        List<PersonSummary> meant = lookup.matching(caller.get(), words);
        if (meant.isEmpty()) {
            return askAgain(List.of("person"));
        }
        if (meant.size() > 1) {
            choose(asked, instant, meant);
            return Response.ok(VIEW).build();
        }
        Explanation explanation =
                history.explain(caller.get(), asked, meant.get(0).id(), instant);
        Locale language = page.locale();
        model.show("explanation", shown(ExplanationView.of(explanation, key -> messages.text(language, key))));
        return Response.ok(VIEW).build();
    }

    /** Which of several was meant; each is a link to the same question. */
    private void choose(UUID asked, Optional<Instant> instant, List<PersonSummary> meant) {
        Map<String, String> links = new LinkedHashMap<>();
        for (PersonSummary one : meant) {
            Map<String, String> same = new LinkedHashMap<>();
            same.put("document", asked.toString());
            instant.ifPresent(then -> same.put("at", then.toString()));
            same.put("person", one.id().toString());
            links.put(one.id().toString(), address(ADDRESS, same));
        }
        model.repeat("links", links);
        model.showAll(
                "meant",
                meant.stream().map(AskedPersonView::of).map(this::shown).toList());
    }

    private Response askAgain(List<String> wrong) {
        Map<String, String> complaints = new LinkedHashMap<>();
        for (String field : List.of("document", "day", "time", "person")) {
            if (wrong.contains(field)) {
                complaints.put(field, messages.text(page.locale(), COMPLAINTS.getOrDefault(field, "")));
            }
        }
        model.complain(complaints);
        return Response.status(UNPROCESSABLE).entity(VIEW).build();
    }

    private static String address(String path, Map<String, String> parameters) {
        UriBuilder address = UriBuilder.fromPath(path);
        parameters.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.buildFromMap(parameters).toString();
    }

    private FilteredView shown(Record view) {
        return FieldFilter.shown(view, Audience.of(caller.get()));
    }
}

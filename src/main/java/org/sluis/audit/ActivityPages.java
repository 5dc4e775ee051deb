package org.sluis.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Page;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.bodies.PacedOutput;
import org.sluis.platform.config.Settings;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.KnownPersons;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.security.CurrentCaller;

/** Who did what, for those who oversee the portal: filtered, entry by entry, and as a file for other programs. */
@Path("activity")
@Produces("text/html;charset=UTF-8")
@RolesAllowed({"admin", "dpo"})
@RequestScoped
public class ActivityPages {

    private static final String VIEW = "audit/activity.html";
    private static final int UNPROCESSABLE = 422;

    @QueryParam("person")
    @Nullable
    String person;

    @QueryParam("document")
    @Nullable
    String document;

    @QueryParam("act")
    @Nullable
    String act;

    @QueryParam("outcome")
    @Nullable
    String outcome;

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    @Inject
    CurrentCaller caller;

    @Inject
    TrailSearch search;

    @Inject
    KnownPersons persons;

    @Inject
    ActTexts acts;

    @Inject
    ActivityWords words;

    @Inject
    Settings settings;

    @GET
    public Response list(@QueryParam("cursor") @Nullable String cursor) {
        ActivityFilters filters = filters();
        words.offer(filters);
        Map<UUID, String> meant = meant(filters);
        if (filters.given().containsKey("person") && meant.isEmpty()) {
            filters.wrong().add("person");
        }
        if (!filters.wrong().isEmpty()) {
            words.complain(filters);
            return Response.status(UNPROCESSABLE).entity(VIEW).build();
        }
        if (meant.size() > 1) {
            words.choose(filters, meant);
            return Response.ok(VIEW).build();
        }
        TrailCriteria criteria = filters.criteria(meant.keySet().stream().findFirst());
        Page<FilteredView> found = search.search(caller.get(), criteria, PageRequest.of(null, cursor));
        words.list(found);
        words.goOn(filters, meant, found, cursor != null);
        return Response.ok(VIEW).build();
    }

    @GET
    @Path("{entry}")
    public String entry(@PathParam("entry") String entry) {
        words.show(search.entry(caller.get(), Ids.addressed(entry)));
        return "audit/entry.html";
    }

    @GET
    @Path("entries.csv")
    @Produces("text/csv;charset=UTF-8")
    public Response table() {
        return file(ExportedEntries.CSV);
    }

    /** A line of JSON for each entry. */
    @GET
    @Path("entries.jsonl")
    @Produces("application/jsonl;charset=UTF-8")
    public Response lines() {
        return file(ExportedEntries.JSON_LINES);
    }

    /** Sent while it is read, page by page, so that neither memory nor a transaction holds all of it. */
    private Response file(ExportedEntries kind) {
        Caller overseer = caller.get();
        TrailCriteria criteria = exported();
        search.beginExport(overseer, criteria, kind.ending());
        StreamingOutput entries = out -> kind.write(
                new PacedOutput(out, settings.downloads(), System::nanoTime),
                page -> search.exported(overseer, criteria, page));
        return Response.ok(entries)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"activity.%s\"".formatted(kind.ending()))
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }

    /** @throws ProblemException {@code invalid-member} for what is wrong, and for a period that is too long */
    private TrailCriteria exported() {
        ActivityFilters filters = filters();
        Map<UUID, String> meant = meant(filters);
        if (filters.given().containsKey("person") && meant.size() != 1) {
            filters.wrong().add("person");
        }
        filters.wrong().stream().findFirst().ifPresent(field -> {
            throw ProblemException.invalid(field, "format");
        });
        int days = settings.trailExport().days();
        Optional<UUID> somebody = meant.keySet().stream().findFirst();
        TrailCriteria criteria =
                ActivityFilters.bounded(filters.criteria(somebody), days, settings.zone(), Instant.now());
        Duration period =
                Duration.between(criteria.from().orElseThrow(), criteria.until().orElseThrow());
        if (period.compareTo(Duration.ofDays(days).plusHours(2)) > 0) {
            throw ProblemException.invalid("from", "range");
        }
        return criteria;
    }

    private Map<UUID, String> meant(ActivityFilters filters) {
        String wanted = filters.given().get("person");
        return wanted == null || filters.wrong().contains("person") ? Map.of() : persons.meant(caller.get(), wanted);
    }

    private ActivityFilters filters() {
        Map<String, @Nullable String> asked = new LinkedHashMap<>();
        asked.put("person", person);
        asked.put("document", document);
        asked.put("act", act);
        asked.put("outcome", outcome);
        asked.put("from", from);
        asked.put("to", to);
        return ActivityFilters.of(asked, acts.codes(), settings.zone());
    }
}

package org.sluis.quarantine;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluis.documents.DocumentState;
import org.sluis.inspection.parsing.Rule;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Page;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.security.CurrentCaller;
import org.sluis.platform.web.Messages;
import org.sluis.platform.web.PageModel;
import org.sluis.platform.web.PortalPage;

/** The quarantine desk in the browser. Every act is a form that leads back to what it changed. */
@Path("quarantine")
@Produces("text/html;charset=UTF-8")
@RolesAllowed("admin")
@RequestScoped
public class QuarantinePages {

    private static final String DESK = "/portal/quarantine";
    private static final String EVERYTHING = "all";
    private static final int UNPROCESSABLE = 422;
    private static final List<String> PERIODS = List.of("30", "90");
    private static final Set<String> ACTS =
            Set.of("retried", "discarded", "proposed", "reinstated", "lifted", "declined", "answered", "rescanning");

    @Inject
    CurrentCaller caller;

    @Inject
    Quarantine quarantine;

    @Inject
    RefusalStatistics statistics;

    @Inject
    QuarantineActions actions;

    @Inject
    Reinstatements reinstatements;

    @Inject
    SecondLooks looks;

    @Inject
    RescanQueue rescans;

    @Inject
    PageModel model;

    @Inject
    Messages messages;

    @Inject
    PortalPage page;

    @GET
    public String list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("rule") @Nullable String rule,
            @QueryParam("days") @Nullable Integer days,
            @QueryParam("show") @Nullable String show,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("done") @DefaultValue("") String done) {
        boolean undecided = Stream.of(state, rule, days, show).allMatch(Objects::isNull);
        DeskFilter filter = undecided ? DeskFilter.toDecide() : DeskFilter.of(state, rule);
        Page<FilteredView> found = quarantine.list(caller.get(), filter, PageRequest.of(null, cursor));
        DeskGroups groups = new DeskGroups(found.items());
        model.showAll("items", groups.versions());
        model.repeat("heads", groups.heads());
        model.say("number", String.valueOf(found.items().size()));
        model.flag("undecided", undecided);
        model.say("more", found.nextCursor().map(next -> more(filter, next)).orElse(null));
        model.offer("states", Quarantine.STATES.stream().map(Enum::name).toList());
        model.say("state", filter.state().map(Enum::name).orElse(null));
        model.offer("rules", Stream.of(Rule.values()).map(Rule::slug).toList());
        model.say("rule", filter.rule().map(Rule::slug).orElse(null));
        model.show("statistics", undecided ? null : statistics.read(caller.get(), RefusalStatistics.period(days)));
        model.offer("periods", PERIODS);
        model.say("done", ACTS.contains(done) ? done : null);
        return "quarantine/quarantine.html";
    }

    @GET
    @Path("{id}")
    public String version(@PathParam("id") String id, @QueryParam("done") @DefaultValue("") String done) {
        model.say("done", ACTS.contains(done) ? done : null);
        return shown(Ids.addressed(id));
    }

    @POST
    @Path("rescan")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response rescan(@FormParam("reason") @Nullable String reason) {
        rescans.begin(caller.get(), Reason.of(reason));
        return Response.seeOther(URI.create(DESK + "?done=rescanning")).build();
    }

    @POST
    @Path("{id}/retry")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response retry(@PathParam("id") String id) {
        actions.retry(caller.get(), Ids.addressed(id));
        return back(id, "retried");
    }

    @POST
    @Path("{id}/discard")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response discard(@PathParam("id") String id) {
        actions.discard(caller.get(), Ids.addressed(id));
        return back(id, "discarded");
    }

    @POST
    @Path("{id}/reinstatement")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response propose(@PathParam("id") String id, @FormParam("reason") @DefaultValue("") String reason) {
        return withReason(
                id, reason, "proposed", why -> reinstatements.propose(caller.get(), Ids.addressed(id), why), "reason");
    }

    @POST
    @Path("{id}/second-look/refusal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(@PathParam("id") String id, @FormParam("answer") @DefaultValue("") String answer) {
        return withReason(id, answer, "answered", why -> looks.decline(caller.get(), Ids.addressed(id), why), "answer");
    }

    /** An act that needs a reason; without one the page asks again. */
    private Response withReason(String id, String given, String done, Consumer<Reason> act, String field) {
        try {
            act.accept(Reason.of(given));
        } catch (ProblemException refusal) {
            if (refusal.problem() != Problem.INVALID_MEMBER) {
                throw refusal;
            }
            model.say("invalid", field);
            model.say("given", given);
            return Response.status(UNPROCESSABLE)
                    .entity(shown(Ids.addressed(id)))
                    .build();
        }
        return back(id, done);
    }

    @POST
    @Path("{id}/reinstatement/{proposal}/consent")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response consent(@PathParam("id") String id, @PathParam("proposal") String proposal) {
        DocumentState now = reinstatements.consent(caller.get(), Ids.addressed(id), Ids.addressed(proposal));
        return Response.seeOther(
                        URI.create(DESK + "?done=" + (now == DocumentState.CHECKING ? "lifted" : "reinstated")))
                .build();
    }

    @POST
    @Path("{id}/reinstatement/{proposal}/refusal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decline(@PathParam("id") String id, @PathParam("proposal") String proposal) {
        reinstatements.decline(caller.get(), Ids.addressed(id), Ids.addressed(proposal));
        return back(id, "declined");
    }

    /** Fills the model and names the view. */
    private String shown(UUID id) {
        FilteredView version = quarantine.read(caller.get(), id);
        model.show("item", version);
        model.say(
                "explanation",
                Optional.ofNullable(version.get("reason"))
                        .filter(reason -> version.get("refusal") == null)
                        .map(reason -> messages.text(page.locale(), "problem.%s.detail".formatted(reason)))
                        .orElse(null));
        boolean recalled = DocumentState.RECALLED.name().equals(version.get("state"));
        model.showAll("recipients", recalled ? quarantine.recipients(caller.get(), id) : null);
        model.flag("own", isOwn(version));
        model.flag("sender", isTheSender(version));
        return "quarantine/quarantined.html";
    }

    /** Whether the reader made the proposal, and so cannot consent to it. */
    private boolean isOwn(FilteredView version) {
        return version.get("proposal") instanceof Map<?, ?> proposal
                && proposal.get("proposedBy") instanceof Map<?, ?> proposer
                && caller.get().personId().toString().equals(proposer.get("id"));
    }

    /** Whether the reader sent it in, and so decides nothing about its refusal. */
    private boolean isTheSender(FilteredView version) {
        return version.get("uploadedBy") instanceof Map<?, ?> uploader
                && caller.get().personId().toString().equals(uploader.get("id"));
    }

    private static Response back(String id, String done) {
        return Response.seeOther(URI.create("%s/%s?done=%s".formatted(DESK, Ids.addressed(id), done)))
                .build();
    }

    private static String more(DeskFilter filter, UUID next) {
        UriBuilder address = UriBuilder.fromPath(DESK).queryParam("cursor", PageRequest.encode(next));
        if (!filter.undecided()) {
            address.queryParam("show", EVERYTHING);
        }
        filter.state().ifPresent(state -> address.queryParam("state", state));
        filter.rule().ifPresent(rule -> address.queryParam("rule", rule.slug()));
        return address.build().toString();
    }
}

package org.sluis.quarantine;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.security.CurrentCaller;

/** The quarantine desk: what waits, was refused or was recalled, without its content. */
@ApplicationScoped
@Path("quarantine")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@APIResponse(responseCode = "default", ref = "Problem")
public class QuarantineResource {

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

    @GET
    @Operation(summary = "Versions that wait, were refused or were recalled, newest first")
    @APIResponseSchema(QuarantineView.Page.class)
    public FilteredView list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("rule") @Nullable String rule,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return PageRequest.answer(
                quarantine.list(caller.get(), DeskFilter.of(state, rule), PageRequest.of(limit, cursor)));
    }

    @GET
    @Path("statistics")
    @Operation(
            summary =
                    "Which rules refused how many files of how many senders, in the last days: 90 where none are named")
    @APIResponseSchema(RefusalStatisticsView.class)
    public FilteredView statistics(@QueryParam("days") @Nullable Integer days) {
        return statistics.read(caller.get(), RefusalStatistics.period(days));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One of them: why, since when, and what was proposed")
    @APIResponseSchema(QuarantineView.class)
    public FilteredView read(@PathParam("id") String id) {
        return quarantine.read(caller.get(), Ids.addressed(id));
    }

    @GET
    @Path("{id}/recipients")
    @Operation(summary = "Who had downloaded it")
    @APIResponseSchema(QuarantineView.Person.Page.class)
    public FilteredView recipients(@PathParam("id") String id) {
        return PageRequest.whole(quarantine.recipients(caller.get(), Ids.addressed(id)));
    }

    @POST
    @Path("{id}/retry")
    @Operation(summary = "Have a waiting one checked now")
    @APIResponse(responseCode = "204", description = "It is due")
    public Response retry(@PathParam("id") String id) {
        actions.retry(caller.get(), Ids.addressed(id));
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/discard")
    @Operation(summary = "Destroy the content of one that waits, is kept sealed or was recalled")
    @APIResponse(responseCode = "204", description = "Nobody can ever read it")
    public Response discard(@PathParam("id") String id) {
        actions.discard(caller.get(), Ids.addressed(id));
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/second-look/refusal")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Decline the sender's request for a second look, and tell them why")
    @APIResponse(responseCode = "204", description = "It stays refused")
    public Response answer(@PathParam("id") String id, ReasonRequest request) {
        looks.decline(caller.get(), Ids.addressed(id), request.given());
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/reinstatement")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary =
                    "Propose to release a recalled one, or to lift the rule that refused one whose sender asks for it; another administrator has to consent")
    @APIResponseSchema(value = QuarantineView.Proposed.class, responseCode = "201", responseDescription = "Proposed")
    public Response propose(@PathParam("id") String id, ReasonRequest request) {
        Caller administrator = caller.get();
        UUID version = Ids.addressed(id);
        UUID proposal = reinstatements.propose(administrator, version, request.given());
        return Response.created(URI.create("/api/quarantine/%s/reinstatement/%s".formatted(version, proposal)))
                .entity(FieldFilter.shown(new QuarantineView.Proposed(proposal), Audience.of(administrator)))
                .build();
    }

    @POST
    @Path("{id}/reinstatement/{proposal}/consent")
    @Operation(
            summary =
                    "Consent to what another administrator proposed: a recalled one is available again, a refused one is checked without the rule")
    @APIResponse(responseCode = "204", description = "Available, or being checked")
    public Response consent(@PathParam("id") String id, @PathParam("proposal") String proposal) {
        reinstatements.consent(caller.get(), Ids.addressed(id), Ids.addressed(proposal));
        return Response.noContent().build();
    }

    @DELETE
    @Path("{id}/reinstatement/{proposal}")
    @Operation(summary = "Withdraw one's own proposal, or decline another's")
    @APIResponse(responseCode = "204", description = "It stays as it is")
    public Response decline(@PathParam("id") String id, @PathParam("proposal") String proposal) {
        reinstatements.decline(caller.get(), Ids.addressed(id), Ids.addressed(proposal));
        return Response.noContent().build();
    }

    @POST
    @Path("rescan")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Begin to scan everything stored again")
    @APIResponse(responseCode = "204", description = "The round has begun")
    public Response rescan(ReasonRequest request) {
        rescans.begin(caller.get(), request.given());
        return Response.noContent().build();
    }
}

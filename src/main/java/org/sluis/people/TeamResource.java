package org.sluis.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** Groups of employees. */
@ApplicationScoped
@Path("teams")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@APIResponse(responseCode = "default", ref = "Problem")
public class TeamResource {

    @Inject
    CurrentCaller caller;

    @Inject
    Teams teams;

    @GET
    @Operation(summary = "Teams by name, last founded first")
    @APIResponseSchema(TeamView.Page.class)
    public FilteredView list(
            @QueryParam("q") @Nullable String words,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return PageRequest.answer(teams.list(caller.get(), words == null ? "" : words, PageRequest.of(limit, cursor)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "A new team")
    @APIResponseSchema(value = EnteredView.class, responseCode = "201", responseDescription = "Founded")
    public Response found(TeamRequest request) {
        Caller administrator = caller.get();
        UUID team = teams.found(administrator, request.name() == null ? "" : request.name());
        return Response.created(URI.create("/api/teams/" + team))
                .entity(FieldFilter.shown(new EnteredView(team), Audience.of(administrator)))
                .build();
    }

    @GET
    @Path("{team}/members")
    @Operation(summary = "The members, last registered first")
    @APIResponseSchema(MemberView.Page.class)
    public FilteredView members(
            @PathParam("team") String team,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return PageRequest.answer(teams.members(caller.get(), Ids.addressed(team), PageRequest.of(limit, cursor)));
    }

    @PUT
    @Path("{team}/members/{person}")
    @Operation(summary = "Take an employee in")
    @APIResponse(responseCode = "204", description = "A member")
    public Response join(@PathParam("team") String team, @PathParam("person") String person) {
        teams.join(caller.get(), Ids.addressed(team), Ids.addressed(person));
        return Response.noContent().build();
    }

    @DELETE
    @Path("{team}/members/{person}")
    @Operation(summary = "End a membership")
    @APIResponse(responseCode = "204", description = "No member any more")
    public Response leave(@PathParam("team") String team, @PathParam("person") String person) {
        teams.leave(caller.get(), Ids.addressed(team), Ids.addressed(person));
        return Response.noContent().build();
    }
}

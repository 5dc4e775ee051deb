package org.sluis.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Ids;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.security.CurrentCaller;

/** Who belongs to an organisation. */
@ApplicationScoped
@Path("organisations/{organisation}/members")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "default", ref = "Problem")
public class MemberResource {

    @Inject
    CurrentCaller caller;

    @Inject
    Memberships memberships;

    @Inject
    MembershipChanges changes;

    @GET
    @RolesAllowed({"admin", "dpo"})
    @Operation(summary = "The members, last registered first")
    @APIResponseSchema(MemberView.Page.class)
    public FilteredView list(
            @PathParam("organisation") String organisation,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return PageRequest.answer(
                memberships.list(caller.get(), Ids.addressed(organisation), PageRequest.of(limit, cursor)));
    }

    @PUT
    @Path("{person}")
    @RolesAllowed("admin")
    @Operation(summary = "Make a person a member, of this organisation and no other")
    @APIResponse(responseCode = "204", description = "A member")
    public Response join(@PathParam("organisation") String organisation, @PathParam("person") String person) {
        changes.join(caller.get(), Ids.addressed(organisation), Ids.addressed(person));
        return Response.noContent().build();
    }

    @DELETE
    @Path("{person}")
    @RolesAllowed("admin")
    @Operation(summary = "End a membership")
    @APIResponse(responseCode = "204", description = "No member any more")
    public Response leave(@PathParam("organisation") String organisation, @PathParam("person") String person) {
        changes.leave(caller.get(), Ids.addressed(organisation), Ids.addressed(person));
        return Response.noContent().build();
    }
}

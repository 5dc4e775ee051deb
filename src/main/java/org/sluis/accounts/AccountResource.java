package org.sluis.accounts;

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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.security.CurrentCaller;

/** A person's account as the realm holds it. */
@ApplicationScoped
@Path("people/{id}/account")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@APIResponse(responseCode = "default", ref = "Problem")
public class AccountResource {

    @Inject
    CurrentCaller caller;

    @Inject
    Accounts accounts;

    @Inject
    Invitations invitations;

    @GET
    @Operation(summary = "Names, roles and second factors, asked of the realm")
    @APIResponseSchema(AccountView.class)
    public FilteredView read(@PathParam("id") String id) {
        return accounts.read(caller.get(), Ids.addressed(id));
    }

    @PUT
    @Path("roles")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Exactly these roles: client alone, or some of the employees'")
    @APIResponse(responseCode = "204", description = "Given")
    @APIResponse(
            responseCode = "202",
            description = "It waits for a second administrator",
            content = @Content(schema = @Schema(implementation = AccountChangeView.Proposed.class)))
    public Response assign(@PathParam("id") String id, RolesRequest request) {
        Caller administrator = caller.get();
        return changed(administrator, accounts.assign(administrator, Ids.addressed(id), request.wanted()));
    }

    @DELETE
    @Path("sessions")
    @Operation(summary = "End all sessions")
    @APIResponse(responseCode = "204", description = "Signed out everywhere")
    public Response endSessions(@PathParam("id") String id) {
        accounts.endSessions(caller.get(), Ids.addressed(id));
        return Response.noContent().build();
    }

    @DELETE
    @Path("second-factor")
    @Operation(summary = "Forget the second factor, so that a new one can be set up; ends all sessions")
    @APIResponse(responseCode = "204", description = "Forgotten")
    @APIResponse(
            responseCode = "202",
            description = "It waits for a second administrator",
            content = @Content(schema = @Schema(implementation = AccountChangeView.Proposed.class)))
    public Response resetSecondFactor(@PathParam("id") String id) {
        Caller administrator = caller.get();
        return changed(administrator, accounts.resetSecondFactor(administrator, Ids.addressed(id)));
    }

    @POST
    @Path("invitation")
    @Operation(summary = "Send the invitation again")
    @APIResponse(responseCode = "204", description = "Sent")
    public Response inviteAgain(@PathParam("id") String id) {
        invitations.repeat(caller.get(), Ids.addressed(id));
        return Response.noContent().build();
    }

    private static Response changed(Caller administrator, Optional<UUID> proposal) {
        return proposal.map(waiting -> AccountChangeResource.waits(waiting, administrator))
                .orElseGet(Response::noContent)
                .build();
    }
}

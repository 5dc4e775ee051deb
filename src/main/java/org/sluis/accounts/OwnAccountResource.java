package org.sluis.accounts;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.security.CurrentCaller;

/** The caller's own account as the realm holds it. */
@ApplicationScoped
@Path("me/account")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"client", "inspector", "admin", "dpo"})
@APIResponse(responseCode = "default", ref = "Problem")
public class OwnAccountResource {

    @Inject
    CurrentCaller caller;

    @Inject
    OwnAccount account;

    @GET
    @Operation(summary = "The caller's second factors and sessions, asked of the realm")
    @APIResponseSchema(OwnAccountView.class)
    public FilteredView read() {
        return account.read(caller.get(), caller.session());
    }

    @DELETE
    @Path("sessions/{session}")
    @Operation(summary = "End one of the caller's own sessions")
    @APIResponse(responseCode = "204", description = "Signed out there")
    public Response endSession(@PathParam("session") String session) {
        account.endSession(caller.get(), session);
        return Response.noContent().build();
    }
}

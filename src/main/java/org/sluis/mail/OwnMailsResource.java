package org.sluis.mail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.security.CurrentCaller;

/** Which mails the caller gets. */
@ApplicationScoped
@Path("me/mails")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"client", "inspector", "admin", "dpo"})
@APIResponse(responseCode = "default", ref = "Problem")
public class OwnMailsResource {

    @Inject
    CurrentCaller caller;

    @Inject
    OwnMails mails;

    @GET
    @Operation(summary = "How often the caller hears by mail what is new, and when not")
    @APIResponseSchema(OwnMailsView.class)
    public FilteredView read() {
        return mails.read(caller.get());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Choose how often: AT_ONCE, DAILY, WEEKLY or NEVER; and the quiet hours in which nothing comes")
    @APIResponse(responseCode = "204", description = "Chosen")
    public Response choose(OwnMailsRequest request) {
        mails.choose(caller.get(), request.chosen());
        return Response.noContent().build();
    }
}

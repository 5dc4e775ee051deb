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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.security.CurrentCaller;

/** A refused version, and its sender's request that administrators look at the refusal again. */
@ApplicationScoped
@Path("documents/{id}/versions/{number}/second-look")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "default", ref = "Problem")
public class SecondLookResource {

    @Inject
    CurrentCaller caller;

    @Inject
    SecondLooks looks;

    @GET
    @RolesAllowed({"client", "inspector", "admin"})
    @Operation(summary = "Whether a refusal can be looked at again, and what came of it")
    @APIResponseSchema(SecondLookView.class)
    public FilteredView read(@PathParam("id") String id, @PathParam("number") int number) {
        return looks.read(caller.get(), Ids.addressed(id), number);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"client", "inspector", "admin"})
    @Operation(summary = "Ask administrators to look again, and say why; for the sender alone")
    @APIResponseSchema(value = SecondLookView.class, responseCode = "201", responseDescription = "Asked")
    public Response ask(@PathParam("id") String id, @PathParam("number") int number, ReasonRequest request) {
        Caller sender = caller.get();
        looks.ask(sender, Ids.addressed(id), number, request.given());
        return Response.status(Response.Status.CREATED)
                .entity(looks.read(sender, Ids.addressed(id), number))
                .build();
    }

    @DELETE
    @RolesAllowed({"client", "inspector", "admin"})
    @Operation(summary = "Withdraw one's own request")
    @APIResponse(responseCode = "204", description = "Withdrawn")
    public Response withdraw(@PathParam("id") String id, @PathParam("number") int number) {
        looks.withdraw(caller.get(), Ids.addressed(id), number);
        return Response.noContent().build();
    }
}

package org.sluis.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.IdempotentRequests;
import org.sluis.platform.rest.RepeatableRequest;
import org.sluis.platform.security.CurrentCaller;

/** Several grants in one request, all of them or none. */
@ApplicationScoped
@Path("grants/batch")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "default", ref = "Problem")
public class GrantBatchResource {

    @Inject
    CurrentCaller caller;

    @Inject
    IdempotentRequests requests;

    @Inject
    Grants grants;

    @Inject
    GrantUndo undo;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("admin")
    @Operation(summary = "Give a right to several principals on several documents, wholly or not at all")
    @APIResponseSchema(value = GivenView.Batch.class, responseCode = "201", responseDescription = "Granted")
    public Response grant(@HeaderParam(RepeatableRequest.HEADER) @Nullable String key, BatchRequest request) {
        Caller administrator = caller.get();
        BatchOrder order = request.order();
        GivenView.Batch given = new GivenView.Batch(requests.once(
                administrator,
                RepeatableRequest.of(key, "batch", request),
                () -> grants.requireGrantable(administrator, order.documentIds()),
                () -> grants.grantAll(administrator, order)));
        return Response.status(Response.Status.CREATED)
                .entity(FieldFilter.shown(given, Audience.of(administrator)))
                .build();
    }

    @DELETE
    @Path("{grant}")
    @RolesAllowed("admin")
    @Operation(
            summary = "Take back what was given together with this grant",
            description = "Within a minute, by who gave it; what it replaced holds again")
    @APIResponse(responseCode = "204", description = "Taken back")
    public Response undo(@PathParam("grant") String grant) {
        undo.undo(caller.get(), Ids.addressed(grant));
        return Response.noContent().build();
    }
}

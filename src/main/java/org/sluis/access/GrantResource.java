package org.sluis.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
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
import org.sluis.platform.rest.IdempotentRequests;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.rest.RepeatableRequest;
import org.sluis.platform.security.CurrentCaller;

/** Grants on one document, below its address. */
@ApplicationScoped
@Path("documents/{document}/grants")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "default", ref = "Problem")
public class GrantResource {

    @Inject
    CurrentCaller caller;

    @Inject
    IdempotentRequests requests;

    @Inject
    Grants grants;

    @GET
    @RolesAllowed({"client", "inspector", "admin", "dpo"})
    @Operation(summary = "Who may do what with the document")
    @APIResponseSchema(GrantView.Page.class)
    public FilteredView list(@PathParam("document") String document) {
        return PageRequest.whole(grants.list(caller.get(), Ids.addressed(document)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed("admin")
    @Operation(summary = "Give a right; the same principal twice replaces")
    @APIResponseSchema(value = GivenView.class, responseCode = "201", responseDescription = "Granted")
    public Response grant(
            @PathParam("document") String document,
            @HeaderParam(RepeatableRequest.HEADER) @Nullable String key,
            GrantRequest request) {
        Caller administrator = caller.get();
        UUID id = Ids.addressed(document);
        GrantOrder order = request.order();
        UUID grant = requests.once(
                        administrator,
                        RepeatableRequest.of(key, "grant", id, request),
                        () -> grants.requireGrantable(administrator, List.of(id)),
                        () -> List.of(grants.grant(administrator, id, order)))
                .get(0);
        return Response.created(URI.create("/api/documents/%s/grants/%s".formatted(document, grant)))
                .entity(FieldFilter.shown(new GivenView(grant), Audience.of(administrator)))
                .build();
    }

    @DELETE
    @Path("{grant}")
    @RolesAllowed("admin")
    @Operation(summary = "Revoke, effective for the next request")
    @APIResponse(responseCode = "204", description = "Revoked")
    public Response revoke(@PathParam("document") String document, @PathParam("grant") String grant) {
        grants.revoke(caller.get(), Ids.addressed(document), Ids.addressed(grant));
        return Response.noContent().build();
    }
}

package org.sluis.accounts;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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

/** Changes of employees' accounts that wait for a second administrator. */
@ApplicationScoped
@Path("account-changes")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "default", ref = "Problem")
public class AccountChangeResource {

    @Inject
    CurrentCaller caller;

    @Inject
    AccountProposals proposals;

    @GET
    @RolesAllowed({"admin", "dpo"})
    @Operation(summary = "Proposals that wait for a second administrator, newest first")
    @APIResponseSchema(AccountChangeView.Page.class)
    public FilteredView list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return PageRequest.answer(proposals.list(caller.get(), PageRequest.of(limit, cursor)));
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"admin", "dpo"})
    @Operation(summary = "One of them, as long as it waits")
    @APIResponseSchema(AccountChangeView.class)
    public FilteredView read(@PathParam("id") String id) {
        return proposals.read(caller.get(), Ids.addressed(id));
    }

    @POST
    @Path("{id}/consent")
    @RolesAllowed("admin")
    @Operation(summary = "Consent to what another administrator proposed: it is carried out")
    @APIResponse(responseCode = "204", description = "Carried out")
    public Response consent(@PathParam("id") String id) {
        proposals.consent(caller.get(), Ids.addressed(id));
        return Response.noContent().build();
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed("admin")
    @Operation(summary = "Withdraw one's own proposal, or decline another's")
    @APIResponse(responseCode = "204", description = "Everything stays as it is")
    public Response decline(@PathParam("id") String id) {
        proposals.decline(caller.get(), Ids.addressed(id));
        return Response.noContent().build();
    }

    /** What is answered instead of the change itself: it waits, and where. */
    static Response.ResponseBuilder waits(UUID proposal, Caller administrator) {
        return Response.accepted(
                        FieldFilter.shown(new AccountChangeView.Proposed(proposal), Audience.of(administrator)))
                .location(URI.create("/api/account-changes/" + proposal));
    }
}

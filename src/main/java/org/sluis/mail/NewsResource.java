package org.sluis.mail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.security.CurrentCaller;

/** What is new for the caller. */
@ApplicationScoped
@Path("me/news")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"client", "inspector", "admin", "dpo"})
@APIResponse(responseCode = "default", ref = "Problem")
public class NewsResource {

    @Inject
    CurrentCaller caller;

    @Inject
    News news;

    @GET
    @Operation(
            summary = "What is new for the caller, newest first",
            description =
                    "An item names its document while the caller may see that. Items are kept for 90 days, and the newest 200 are listed.")
    @APIResponseSchema(NewsView.Page.class)
    public FilteredView list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return PageRequest.answer(news.list(caller.get(), PageRequest.of(limit, cursor)));
    }

    @PUT
    @Path("read")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Mark items as read: those of ids, those up to through, or all")
    @APIResponse(responseCode = "204", description = "Marked")
    public Response read(NewsReadRequest request) {
        news.read(caller.get(), request.items());
        return Response.noContent().build();
    }
}

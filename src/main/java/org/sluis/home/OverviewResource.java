package org.sluis.home;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.security.CurrentCaller;

/** How the portal is used, for other programs of the certification body. */
@ApplicationScoped
@Path("overview")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@APIResponse(responseCode = "default", ref = "Problem")
public class OverviewResource {

    @Inject
    CurrentCaller caller;

    @Inject
    Overview overview;

    @GET
    @Operation(summary = "Uploads, refusals, time in check and active people by day: 30 days where none are named")
    @APIResponseSchema(OverviewView.class)
    public FilteredView read(@QueryParam("days") @Nullable Integer days) {
        return overview.of(caller.get(), days).numbers();
    }
}

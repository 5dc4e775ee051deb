package org.sluis.accounts;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.sluis.kernel.Caller;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.security.CurrentCaller;

/** Where the realm's accounts and the portal's persons differ. */
@ApplicationScoped
@Path("directory/drift")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@APIResponse(responseCode = "default", ref = "Problem")
public class DriftResource {

    @Inject
    CurrentCaller caller;

    @Inject
    Reconciliation reconciliation;

    @GET
    @Operation(summary = "The differences found when they were last compared")
    @APIResponseSchema(ComparisonView.class)
    public FilteredView last() {
        Caller administrator = caller.get();
        return shown(administrator, reconciliation.last(administrator));
    }

    @POST
    @Operation(summary = "Compare now")
    @APIResponseSchema(value = ComparisonView.class, responseCode = "200", responseDescription = "Compared")
    public FilteredView now() {
        Caller administrator = caller.get();
        return shown(administrator, reconciliation.now(administrator));
    }

    private static FilteredView shown(Caller administrator, Optional<Comparison> found) {
        return FieldFilter.shown(ComparisonView.of(found), Audience.of(administrator));
    }
}

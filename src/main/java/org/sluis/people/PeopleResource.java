package org.sluis.people;

import jakarta.annotation.security.RolesAllowed;
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
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.rest.Shown;
import org.sluis.platform.security.CurrentCaller;

/** The people the portal knows, for those who grant. */
@Path("people")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "default", ref = "Problem")
public class PeopleResource {

    @Inject
    CurrentCaller caller;

    @Inject
    People people;

    @GET
    @RolesAllowed("admin")
    @APIResponseSchema(PersonView.Page.class)
    @Operation(summary = "People by name or e-mail, last registered first")
    public Shown list(
            @QueryParam("q") @Nullable String words,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return PageRequest.answer(people.list(caller.get(), words == null ? "" : words, PageRequest.of(limit, cursor)));
    }
}

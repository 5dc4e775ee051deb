package org.sluis.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.security.CurrentCaller;

/** The trail, for those who oversee the portal. */
@ApplicationScoped
@Path("audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "dpo"})
@APIResponse(responseCode = "default", ref = "Problem")
public class AuditResource {

    @Inject
    CurrentCaller caller;

    @Inject
    TrailSearch search;

    @Inject
    ActTexts acts;

    @GET
    @Operation(
            summary = "Who did what, newest first",
            description =
                    "person is who did it, document what it was about, from and to are instants. A page may hold less than was asked for, even nothing, and still name the next.")
    @APIResponseSchema(EntryView.Page.class)
    public FilteredView list(
            @QueryParam("person") @Nullable String person,
            @QueryParam("document") @Nullable String document,
            @QueryParam("act") @Nullable String act,
            @QueryParam("outcome") @Nullable String outcome,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Map<String, @Nullable String> asked = new HashMap<>();
        asked.put("person", person);
        asked.put("document", document);
        asked.put("act", act);
        asked.put("outcome", outcome);
        asked.put("from", from);
        asked.put("to", to);
        return PageRequest.answer(
                search.search(caller.get(), TrailCriteria.of(asked, acts.codes()), PageRequest.of(limit, cursor)));
    }
}

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

/** What the caller did, as the trail has it. */
@ApplicationScoped
@Path("me/audit")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"client", "inspector", "admin", "dpo"})
@APIResponse(responseCode = "default", ref = "Problem")
public class OwnAuditResource {

    @Inject
    CurrentCaller caller;

    @Inject
    TrailSearch search;

    @Inject
    ActTexts acts;

    @GET
    @Operation(summary = "What the caller did or was refused, newest first")
    @APIResponseSchema(EntryView.Page.class)
    public FilteredView list(
            @QueryParam("document") @Nullable String document,
            @QueryParam("act") @Nullable String act,
            @QueryParam("outcome") @Nullable String outcome,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Map<String, @Nullable String> asked = new HashMap<>();
        asked.put("document", document);
        asked.put("act", act);
        asked.put("outcome", outcome);
        asked.put("from", from);
        asked.put("to", to);
        return PageRequest.answer(
                search.own(caller.get(), TrailCriteria.of(asked, acts.codes()), PageRequest.of(limit, cursor)));
    }
}

package org.sluis.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Instants;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.security.CurrentCaller;
import org.sluis.platform.web.Languages;
import org.sluis.platform.web.Messages;

/** Who can and could see a document, and why. */
@ApplicationScoped
@Path("documents/{document}/access")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"admin", "dpo"})
@APIResponse(responseCode = "default", ref = "Problem")
public class AccessResource {

    /** Persons on a page, where nobody says how many. */
    private static final int MOST = 200;

    @Inject
    CurrentCaller caller;

    @Inject
    AccessHistory history;

    @Inject
    Messages messages;

    @GET
    @APIResponseSchema(AccessView.class)
    @Operation(summary = "Who could see the document at an instant, through which grant, by whom and why")
    public FilteredView readers(
            @PathParam("document") String document,
            @QueryParam("at") @Nullable String at,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit == null ? MOST : limit, cursor);
        return shown(history.readers(
                caller.get(),
                Ids.addressed(document),
                Optional.ofNullable(at).map(text -> Instants.parse("at", text)),
                page));
    }

    @GET
    @Path("{person}")
    @APIResponseSchema(ExplanationView.class)
    @Operation(summary = "Why a person could or could not see the document at an instant, rule by rule")
    public FilteredView explain(
            @PathParam("document") String document,
            @PathParam("person") String person,
            @QueryParam("at") @Nullable String at,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages) {
        Locale language = Languages.chosen(Optional.empty(), languages);
        Explanation explanation = history.explain(
                caller.get(),
                Ids.addressed(document),
                Ids.addressed(person),
                Optional.ofNullable(at).map(text -> Instants.parse("at", text)));
        return shown(ExplanationView.of(explanation, key -> messages.text(language, key)));
    }

    private FilteredView shown(Record view) {
        return FieldFilter.shown(view, Audience.of(caller.get()));
    }
}

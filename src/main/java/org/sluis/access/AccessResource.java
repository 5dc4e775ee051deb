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
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.Concealment;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.rest.Shown;
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
    TimeMachine timeMachine;

    @Inject
    Messages messages;

    @GET
    @APIResponseSchema(AccessView.class)
    @Operation(summary = "Who could see the document at an instant, through which grant, by whom and why")
    public Shown readers(
            @PathParam("document") String document,
            @QueryParam("at") @Nullable String at,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageRequest page = PageRequest.of(limit == null ? MOST : limit, cursor);
        return shown(timeMachine.readers(caller.get(), Ids.addressed(document), GrantRequest.instant("at", at), page));
    }

    @GET
    @Path("{person}")
    @APIResponseSchema(ExplanationView.class)
    @Operation(summary = "Why a person can or cannot see the document, rule by rule")
    public Shown explain(
            @PathParam("document") String document,
            @PathParam("person") String person,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String languages) {
        Locale language = Languages.chosen(Optional.empty(), languages);
        Explanation explanation = timeMachine.explain(caller.get(), Ids.addressed(document), Ids.addressed(person));
        return shown(ExplanationView.of(explanation, key -> messages.text(language, key)));
    }

    private Shown shown(Record view) {
        return Concealment.shown(view, Audience.of(caller.get()));
    }
}

package org.sluis.accounts;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.people.EnteredView;
import org.sluis.people.People;
import org.sluis.people.PersonDetail;
import org.sluis.people.PersonRequest;
import org.sluis.people.PersonView;
import org.sluis.people.Profiles;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.EntityTags;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.IdempotentRequests;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.rest.RepeatableRequest;
import org.sluis.platform.security.CurrentCaller;

/** The people the portal knows: found, invited, changed, shut out and let in again. */
@ApplicationScoped
@Path("people")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@APIResponse(responseCode = "default", ref = "Problem")
public class PeopleResource {

    @Inject
    CurrentCaller caller;

    @Inject
    IdempotentRequests requests;

    @Inject
    People people;

    @Inject
    Profiles profiles;

    @Inject
    ProfileChanges changes;

    @Inject
    Invitations invitations;

    @Inject
    Accounts accounts;

    @Context
    HttpHeaders headers;

    @GET
    @Operation(summary = "People by name or e-mail, last registered first")
    @APIResponseSchema(PersonView.Page.class)
    public FilteredView list(
            @QueryParam("q") @Nullable String words,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return PageRequest.answer(people.list(caller.get(), words == null ? "" : words, PageRequest.of(limit, cursor)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Invite somebody: an account, and a mail with a link to choose a password")
    @APIResponseSchema(value = EnteredView.class, responseCode = "201", responseDescription = "Invited")
    @APIResponse(
            responseCode = "202",
            description = "It waits for a second administrator",
            content = @Content(schema = @Schema(implementation = AccountChangeView.Proposed.class)))
    public Response invite(@HeaderParam(RepeatableRequest.HEADER) @Nullable String key, InvitationRequest request) {
        Caller administrator = caller.get();
        Invited invited = Invited.of(requests.onceElsewhere(
                administrator,
                RepeatableRequest.of(key, "person", request),
                IdempotentRequests.ROLE_SUFFICES,
                () -> invitations.invite(administrator, request.invitation()).ids()));
        if (invited.proposal().isPresent()) {
            return AccountChangeResource.waits(invited.proposal().get(), administrator)
                    .build();
        }
        UUID person = invited.person();
        return Response.created(URI.create("/api/people/" + person))
                .entity(FieldFilter.shown(new EnteredView(person), Audience.of(administrator)))
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"admin", "dpo"})
    @Operation(summary = "What is kept of a person; the ETag is what a change must name")
    @APIResponseSchema(PersonDetail.class)
    public Response read(@PathParam("id") String id) {
        return profiles.read(caller.get(), Ids.addressed(id)).answer();
    }

    @PATCH
    @Path("{id}")
    @Consumes("application/merge-patch+json")
    @Operation(summary = "Change account labels and profile by a merge patch; If-Match is required")
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            description = "The ETag of the state that is changed",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponseSchema(PersonDetail.class)
    @APIResponse(
            responseCode = "202",
            description = "Changed but for the account, which waits for a second administrator",
            content = @Content(schema = @Schema(implementation = PersonDetail.class)))
    public Response amend(@PathParam("id") String id, PersonRequest request) {
        Amended amended = changes.amend(
                caller.get(), Ids.addressed(id), request, EntityTags.of(headers.getHeaderString(HttpHeaders.IF_MATCH)));
        return amended.proposal()
                .map(proposal -> AccountChangeResource.waits(proposal, caller.get())
                        .entity(amended.person().members())
                        .header(HttpHeaders.ETAG, amended.person().entityTag())
                        .build())
                .orElseGet(() -> amended.person().answer());
    }

    @POST
    @Path("{id}/disable")
    @Operation(summary = "Shut out: account disabled, sessions ended")
    @APIResponse(responseCode = "204", description = "Disabled")
    public Response disable(@PathParam("id") String id) {
        accounts.disable(caller.get(), Ids.addressed(id));
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/enable")
    @Operation(summary = "Let in again")
    @APIResponse(responseCode = "204", description = "Enabled")
    @APIResponse(
            responseCode = "202",
            description = "It waits for a second administrator",
            content = @Content(schema = @Schema(implementation = AccountChangeView.Proposed.class)))
    public Response enable(@PathParam("id") String id) {
        Caller administrator = caller.get();
        return accounts.enable(administrator, Ids.addressed(id))
                .map(proposal -> AccountChangeResource.waits(proposal, administrator))
                .orElseGet(Response::noContent)
                .build();
    }
}

package org.sluis.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Ids;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.rest.EntityTags;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.security.CurrentCaller;

/** The people the portal knows: found, invited, changed, shut out and let in again. */
@Path("people")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
public class PeopleResource {

    @Inject
    CurrentCaller caller;

    @Inject
    People people;

    @Inject
    Profiles profiles;

    @Inject
    Invitations invitations;

    @Inject
    Accounts accounts;

    @Context
    HttpHeaders headers;

    @GET
    @Operation(summary = "People by name or e-mail, last registered first")
    public Map<String, Object> list(
            @QueryParam("q") @Nullable String words,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return PageRequest.answer(people.list(caller.get(), words == null ? "" : words, PageRequest.of(limit, cursor)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Invite somebody: an account, and a mail with a link to choose a password")
    @APIResponse(responseCode = "201", description = "Invited")
    public Response invite(InvitationRequest request) {
        UUID person = invitations.invite(caller.get(), request.invitation());
        return Response.created(URI.create("/api/people/" + person))
                .entity(Map.of("id", person.toString()))
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"admin", "dpo"})
    @Operation(summary = "What is kept of a person; the ETag is what a change must name")
    public Response read(@PathParam("id") String id) {
        return profiles.read(caller.get(), existing(id)).answer();
    }

    @PATCH
    @Path("{id}")
    @Consumes("application/merge-patch+json")
    @Operation(summary = "Change account labels and profile by a merge patch; If-Match is required")
    public Response amend(@PathParam("id") String id, PersonRequest request) {
        return profiles.amend(
                        caller.get(),
                        existing(id),
                        request,
                        EntityTags.of(headers.getHeaderString(HttpHeaders.IF_MATCH)))
                .answer();
    }

    @POST
    @Path("{id}/disable")
    @Operation(summary = "Shut out: account disabled, sessions ended")
    @APIResponse(responseCode = "204", description = "Disabled")
    public Response disable(@PathParam("id") String id) {
        accounts.disable(caller.get(), existing(id));
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/enable")
    @Operation(summary = "Let in again")
    @APIResponse(responseCode = "204", description = "Enabled")
    public Response enable(@PathParam("id") String id) {
        accounts.enable(caller.get(), existing(id));
        return Response.noContent().build();
    }

    private static UUID existing(String id) {
        return Ids.parse(id).orElseThrow(ProblemException::notFound);
    }
}

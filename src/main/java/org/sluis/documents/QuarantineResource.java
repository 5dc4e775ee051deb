package org.sluis.documents;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Ids;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.security.CurrentCaller;

/** The quarantine desk: what waits, was refused or was recalled, without its content. */
@Path("quarantine")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
public class QuarantineResource {

    @Inject
    CurrentCaller caller;

    @Inject
    Quarantine quarantine;

    @Inject
    Dispositions dispositions;

    @Inject
    Reinstatements reinstatements;

    @Inject
    RescanQueue rescans;

    @GET
    @Operation(summary = "Versions that wait, were refused or were recalled, newest first")
    public Map<String, Object> list(
            @QueryParam("state") @Nullable String state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return PageRequest.answer(quarantine.list(caller.get(), DeskFilter.of(state), PageRequest.of(limit, cursor)));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One of them: why, since when, and what was proposed")
    public Map<String, Object> read(@PathParam("id") String id) {
        return quarantine.read(caller.get(), existing(id));
    }

    @GET
    @Path("{id}/recipients")
    @Operation(summary = "Who had downloaded it")
    public Map<String, @Nullable Object> recipients(@PathParam("id") String id) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("items", quarantine.recipients(caller.get(), existing(id)));
        answer.put("nextCursor", null);
        return answer;
    }

    @POST
    @Path("{id}/retry")
    @Operation(summary = "Have a waiting one checked now")
    @APIResponse(responseCode = "204", description = "It is due")
    public Response retry(@PathParam("id") String id) {
        dispositions.retry(caller.get(), existing(id));
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/discard")
    @Operation(summary = "Destroy the content of one that waits or was recalled")
    @APIResponse(responseCode = "204", description = "Nobody can ever read it")
    public Response discard(@PathParam("id") String id) {
        dispositions.discard(caller.get(), existing(id));
        return Response.noContent().build();
    }

    @POST
    @Path("{id}/reinstatement")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Propose to release a recalled one; another administrator has to consent")
    @APIResponse(responseCode = "201", description = "Proposed")
    public Response propose(@PathParam("id") String id, ReasonRequest request) {
        UUID version = existing(id);
        UUID proposal = reinstatements.propose(caller.get(), version, request.given());
        return Response.created(URI.create("/api/quarantine/%s/reinstatement/%s".formatted(version, proposal)))
                .entity(Map.of("id", proposal.toString()))
                .build();
    }

    @POST
    @Path("{id}/reinstatement/{proposal}/consent")
    @Operation(summary = "Consent to what another administrator proposed: it is available again")
    @APIResponse(responseCode = "204", description = "Available")
    public Response consent(@PathParam("id") String id, @PathParam("proposal") String proposal) {
        reinstatements.consent(caller.get(), existing(id), existing(proposal));
        return Response.noContent().build();
    }

    @DELETE
    @Path("{id}/reinstatement/{proposal}")
    @Operation(summary = "Withdraw one's own proposal, or decline another's")
    @APIResponse(responseCode = "204", description = "It stays recalled")
    public Response decline(@PathParam("id") String id, @PathParam("proposal") String proposal) {
        reinstatements.decline(caller.get(), existing(id), existing(proposal));
        return Response.noContent().build();
    }

    @POST
    @Path("rescan")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Begin to scan everything stored again")
    @APIResponse(responseCode = "204", description = "The round has begun")
    public Response rescan(ReasonRequest request) {
        rescans.begin(caller.get(), request.given());
        return Response.noContent().build();
    }

    private static UUID existing(String id) {
        return Ids.parse(id).orElseThrow(ProblemException::notFound);
    }
}

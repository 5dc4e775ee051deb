package org.sluis.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Ids;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.security.CurrentCaller;

/** Copies of refused documents without what was refused: proposed first, sent when the sender accepts. */
@ApplicationScoped
@Path("documents/{id}/cleaned-copy")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"client", "inspector"})
@APIResponse(responseCode = "default", ref = "Problem")
public class CopyResource {

    @Inject
    CurrentCaller caller;

    @Inject
    CopyDesk desk;

    @POST
    @Path("proposal")
    @Operation(summary = "What a copy of the refused version without what was refused would leave out; nothing is kept")
    @APIResponseSchema(value = CopyProposalView.class, responseCode = "200")
    public FilteredView propose(@PathParam("id") String id) {
        return desk.propose(caller.get(), document(id));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Send the copy that was proposed as a further version, which is checked like any other")
    @RequestBody(required = true, content = @Content(schema = @Schema(implementation = CopyRequest.class)))
    @APIResponse(
            responseCode = "201",
            description = "All checks passed",
            content = @Content(schema = @Schema(ref = "Document")))
    @APIResponse(
            responseCode = "202",
            description = "Still being checked",
            content = @Content(schema = @Schema(ref = "Document")))
    @APIResponse(responseCode = "422", ref = "Problem")
    public Response accept(
            @PathParam("id") String id, @HeaderParam("Prefer") @Nullable String prefer, CopyRequest request) {
        return UploadResource.answer(
                desk.accept(caller.get(), document(id), request.accepted(), UploadResource.waits(prefer)));
    }

    private static UUID document(String id) {
        return Ids.parse(id).orElseThrow(ProblemException::notFound);
    }
}

package org.sluis.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.sluis.documents.DocumentState;
import org.sluis.intake.Intake.Received;
import org.sluis.kernel.Ids;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.security.CurrentCaller;

/** Uploads, whole in one request. */
@Path("documents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.MULTIPART_FORM_DATA)
@RolesAllowed({"client", "inspector"})
public class UploadResource {

    @Inject
    CurrentCaller caller;

    @Inject
    HttpServletRequest request;

    @Inject
    Intake intake;

    @POST
    @Operation(summary = "Send a document: part metadata (JSON), part file")
    @APIResponse(responseCode = "201", description = "All checks passed")
    @APIResponse(responseCode = "202", description = "Still being checked")
    @APIResponse(responseCode = "422", description = "Refused by a check")
    public Response upload(@HeaderParam("Prefer") @Nullable String prefer) {
        return answer(intake.upload(caller.get(), request, waits(prefer)));
    }

    @POST
    @Path("{id}/versions")
    @Operation(summary = "Send a further version: part file")
    @APIResponse(responseCode = "201", description = "All checks passed")
    @APIResponse(responseCode = "202", description = "Still being checked")
    @APIResponse(responseCode = "422", description = "Refused by a check")
    public Response revise(@PathParam("id") String id, @HeaderParam("Prefer") @Nullable String prefer) {
        return answer(intake.revise(
                caller.get(), Ids.parse(id).orElseThrow(ProblemException::notFound), request, waits(prefer)));
    }

    /** RFC 7240: {@code Prefer: wait=0} asks for an answer at once. */
    private static boolean waits(@Nullable String prefer) {
        return prefer == null || !prefer.replace(" ", "").contains("wait=0");
    }

    private static Response answer(Received received) {
        if (received.refusal().isPresent()) {
            throw new ProblemException(
                    received.refusal().get(),
                    Map.of("documentId", received.documentId().toString()));
        }
        boolean waiting = DocumentState.CHECKING.name().equals(received.view().get("state"));
        return Response.status(waiting ? Response.Status.ACCEPTED : Response.Status.CREATED)
                .location(URI.create("/api/documents/" + received.documentId()))
                .header(HttpHeaders.ETAG, received.entityTag())
                .entity(received.view())
                .build();
    }
}

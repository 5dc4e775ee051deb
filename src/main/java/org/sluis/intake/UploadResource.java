package org.sluis.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Encoding;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.sluis.documents.DocumentState;
import org.sluis.intake.Intake.Received;
import org.sluis.kernel.Ids;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.rest.RepeatableRequest;
import org.sluis.platform.security.CurrentCaller;

/** Uploads, whole in one request. */
@ApplicationScoped
@Path("documents")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.MULTIPART_FORM_DATA)
@RolesAllowed({"client", "inspector"})
@APIResponse(responseCode = "default", ref = "Problem")
public class UploadResource {

    @Inject
    CurrentCaller caller;

    @Inject
    HttpServletRequest request;

    @Inject
    Intake intake;

    @POST
    @Operation(summary = "Send a document: part metadata (JSON), part file")
    @Parameter(
            name = RepeatableRequest.HEADER,
            in = ParameterIn.HEADER,
            description = "Done once under this key, however often it comes within 24 hours",
            schema = @Schema(type = SchemaType.STRING))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            encoding = @Encoding(name = "metadata", contentType = MediaType.APPLICATION_JSON),
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            requiredProperties = {"metadata", "file"},
                                            properties = {
                                                @SchemaProperty(name = "metadata", implementation = Metadata.class),
                                                @SchemaProperty(
                                                        name = "file",
                                                        type = SchemaType.STRING,
                                                        format = "binary")
                                            })))
    @APIResponse(
            responseCode = "201",
            description = "All checks passed",
            content = @Content(schema = @Schema(ref = "Document")))
    @APIResponse(
            responseCode = "202",
            description = "Still being checked",
            content = @Content(schema = @Schema(ref = "Document")))
    @APIResponse(responseCode = "422", ref = "Problem")
    public Response upload(@HeaderParam("Prefer") @Nullable String prefer) {
        return answer(intake.upload(caller.get(), request, waits(prefer)));
    }

    @POST
    @Path("{id}/versions")
    @Operation(summary = "Send a further version: part file")
    @Parameter(
            name = RepeatableRequest.HEADER,
            in = ParameterIn.HEADER,
            description = "Done once under this key, however often it comes within 24 hours",
            schema = @Schema(type = SchemaType.STRING))
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            requiredProperties = "file",
                                            properties =
                                                    @SchemaProperty(
                                                            name = "file",
                                                            type = SchemaType.STRING,
                                                            format = "binary"))))
    @APIResponse(
            responseCode = "201",
            description = "All checks passed",
            content = @Content(schema = @Schema(ref = "Document")))
    @APIResponse(
            responseCode = "202",
            description = "Still being checked",
            content = @Content(schema = @Schema(ref = "Document")))
    @APIResponse(responseCode = "422", ref = "Problem")
    public Response revise(@PathParam("id") String id, @HeaderParam("Prefer") @Nullable String prefer) {
        return answer(intake.revise(
                caller.get(), Ids.parse(id).orElseThrow(ProblemException::notFound), request, waits(prefer)));
    }

    /** RFC 7240: {@code Prefer: wait=0} asks for an answer at once. */
    static boolean waits(@Nullable String prefer) {
        return prefer == null || !prefer.replace(" ", "").contains("wait=0");
    }

    static Response answer(Received received) {
        if (received.refusal().isPresent()) {
            throw received.refusal().get();
        }
        boolean waiting = DocumentState.CHECKING.name().equals(received.view().get("state"));
        return Response.status(waiting ? Response.Status.ACCEPTED : Response.Status.CREATED)
                .location(URI.create("/api/documents/" + received.documentId()))
                .header(HttpHeaders.ETAG, received.entityTag())
                .entity(received.view())
                .build();
    }
}

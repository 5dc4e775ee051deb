package org.sluis.intake.tus;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.sluis.intake.tus.UploadState.Version;
import org.sluis.kernel.Caller;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.security.CurrentCaller;

/** Uploads that come in pieces and may be interrupted (tus 1.0.0). */
@ApplicationScoped
@Path("uploads")
@RolesAllowed({"client", "inspector"})
@APIResponse(responseCode = "default", ref = "Problem")
public class ResumableResource {

    @Inject
    CurrentCaller caller;

    @Inject
    Tus tus;

    @Inject
    PiecewiseIntake intake;

    @OPTIONS
    @PermitAll
    @Operation(summary = "Versions, extensions and limits of the protocol for resumable uploads")
    @APIResponse(
            responseCode = "204",
            description = "What is offered",
            headers = {
                @Header(
                        name = "Tus-Version",
                        description = "Versions that are spoken",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = "Tus-Extension",
                        description = "Extensions that are offered",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = "Tus-Max-Size",
                        description = "Bytes the largest upload may have",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = "Tus-Checksum-Algorithm",
                        description = "What Upload-Checksum may name",
                        schema = @Schema(type = SchemaType.STRING))
            })
    public Response offer() {
        return tus.offer();
    }

    @POST
    @Operation(summary = "Begin a resumable upload: Upload-Length, Upload-Metadata; the first piece may come along")
    @Parameter(
            name = "Tus-Resumable",
            in = ParameterIn.HEADER,
            description = "The version that is spoken: 1.0.0",
            required = true,
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "Upload-Length",
            in = ParameterIn.HEADER,
            description = "Bytes of the whole file",
            required = true,
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "Upload-Metadata",
            in = ParameterIn.HEADER,
            description =
                    "Names, each with a value in base64: title, category, description, filename; or documentId and filename",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "Upload-Checksum",
            in = ParameterIn.HEADER,
            description = "Algorithm and value in base64 of the piece that comes along",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "201",
            description = "Begun; Location is the upload's own address",
            headers = {
                @Header(
                        name = "Location",
                        description = "Where the next pieces go",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = "Upload-Offset",
                        description = "Bytes that are durable",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = "Upload-Expires",
                        description = "Until when it can be gone on with",
                        schema = @Schema(type = SchemaType.STRING))
            })
    public Response begin() {
        return tus.begin(caller.get(), "/api/uploads");
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "One's own unfinished uploads, the oldest first",
            description = "As many as one person may have; each can be gone on with, or given up with DELETE.")
    @APIResponseSchema(UnfinishedUploadView.Page.class)
    public FilteredView unfinished() {
        Caller sender = caller.get();
        return PageRequest.whole(intake.unfinished(sender).stream()
                .map(upload -> FieldFilter.shown(UnfinishedUploadView.of(upload), Audience.of(sender)))
                .toList());
    }

    @HEAD
    @Path("{id}")
    @Operation(summary = "How far an upload has come; once it is finished, Location is its document")
    @Parameter(
            name = "Tus-Resumable",
            in = ParameterIn.HEADER,
            description = "The version that is spoken: 1.0.0",
            required = true,
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "How far it has come",
            headers = {
                @Header(
                        name = "Upload-Offset",
                        description = "Bytes that are durable",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = "Upload-Length",
                        description = "Bytes of the whole",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = "Upload-Expires",
                        description = "Until when it can be gone on with",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = "Upload-Metadata",
                        description = "As it was sent",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = "Location",
                        description = "The document, once all came",
                        schema = @Schema(type = SchemaType.STRING))
            })
    public Response state(@PathParam("id") String id) {
        return tus.state(caller.get(), id, ResumableResource::document);
    }

    @PATCH
    @Path("{id}")
    @Consumes(Tus.PIECE)
    @Operation(summary = "Send the next piece; the last one answers with the document as Location")
    @Parameter(
            name = "Tus-Resumable",
            in = ParameterIn.HEADER,
            description = "The version that is spoken: 1.0.0",
            required = true,
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "Upload-Offset",
            in = ParameterIn.HEADER,
            description = "Where the piece begins",
            required = true,
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "Upload-Checksum",
            in = ParameterIn.HEADER,
            description = "Algorithm and value in base64 of the piece",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "204",
            description = "Durable up to Upload-Offset",
            headers = {
                @Header(
                        name = "Upload-Offset",
                        description = "Bytes that are durable",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = "Upload-Expires",
                        description = "Until when it can be gone on with",
                        schema = @Schema(type = SchemaType.STRING)),
                @Header(
                        name = "Location",
                        description = "The document, once all came",
                        schema = @Schema(type = SchemaType.STRING))
            })
    @APIResponse(responseCode = "409", ref = "Problem")
    @APIResponse(responseCode = "423", ref = "Problem")
    @APIResponse(responseCode = "460", ref = "Problem")
    public Response append(@PathParam("id") String id) {
        return tus.append(caller.get(), id, ResumableResource::document);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Give an upload up")
    @Parameter(
            name = "Tus-Resumable",
            in = ParameterIn.HEADER,
            description = "The version that is spoken: 1.0.0",
            required = true,
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "204", description = "Nothing is left of it; a document it became stays")
    public Response end(@PathParam("id") String id) {
        return tus.end(caller.get(), id);
    }

    private static URI document(Version version) {
        return URI.create("/api/documents/" + version.documentId());
    }
}

package org.sluis.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.sluis.intake.UploadState.Version;
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

    @OPTIONS
    @PermitAll
    @Operation(summary = "Versions, extensions and limits of the protocol for resumable uploads")
    @APIResponse(responseCode = "204", description = "Tus-Version, Tus-Extension, Tus-Max-Size, Tus-Checksum-Algorithm")
    public Response offer() {
        return tus.offer();
    }

    @POST
    @Operation(summary = "Begin a resumable upload: Upload-Length, Upload-Metadata; the first piece may come along")
    @APIResponse(
            responseCode = "201",
            description = "Begun; Location is the upload's own address",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where the next pieces go",
                            schema = @Schema(type = SchemaType.STRING)))
    public Response begin() {
        return tus.begin(caller.get(), "/api/uploads");
    }

    @HEAD
    @Path("{id}")
    @Operation(summary = "How far an upload has come; once it is finished, Location is its document")
    @APIResponse(responseCode = "200", description = "Upload-Offset, Upload-Length, Upload-Expires")
    public Response state(@PathParam("id") String id) {
        return tus.state(caller.get(), id, ResumableResource::document);
    }

    @PATCH
    @Path("{id}")
    @Consumes(Tus.PIECE)
    @Operation(summary = "Send the next piece; the last one answers with the document as Location")
    @APIResponse(responseCode = "204", description = "Durable up to Upload-Offset")
    @APIResponse(responseCode = "409", description = "The upload is not at that offset")
    @APIResponse(responseCode = "423", description = "Another piece of it is coming in")
    @APIResponse(responseCode = "460", description = "The piece is not what Upload-Checksum says; it was not kept")
    public Response append(@PathParam("id") String id) {
        return tus.append(caller.get(), id, ResumableResource::document);
    }

    @DELETE
    @Path("{id}")
    @Operation(summary = "Give an upload up")
    @APIResponse(responseCode = "204", description = "Nothing is left of it; a document it became stays")
    public Response end(@PathParam("id") String id) {
        return tus.end(caller.get(), id);
    }

    private static URI document(Version version) {
        return URI.create("/api/documents/" + version.documentId());
    }
}

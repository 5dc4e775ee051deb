package org.sluis.documents;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Ids;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.security.CurrentCaller;

/** The bytes of a document. */
@ApplicationScoped
@Path("documents/{id}/content")
@Produces(MediaType.WILDCARD)
@RolesAllowed({"client", "inspector", "admin", "dpo"})
@APIResponse(responseCode = "304", description = "Known already")
@APIResponse(responseCode = "default", ref = "Problem")
public class ContentResource {

    @Inject
    CurrentCaller caller;

    @Inject
    Documents documents;

    @Inject
    ContentResponse contents;

    @Context
    HttpHeaders headers;

    @GET
    @Operation(summary = "The bytes, whole or one range")
    @Parameter(name = "Range", in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "If-Range", in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "If-Match", in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING))
    @Parameter(name = "If-None-Match", in = ParameterIn.HEADER, schema = @Schema(type = SchemaType.STRING))
    @APIResponse(
            responseCode = "200",
            description = "All bytes",
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(
            responseCode = "206",
            description = "The range",
            content =
                    @Content(
                            mediaType = MediaType.WILDCARD,
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response content(
            @PathParam("id") String id,
            @QueryParam("version") @Nullable Integer version,
            @QueryParam("disposition") @Nullable String disposition) {
        return answer(id, version, disposition, ContentRequest.of(headers, true));
    }

    @HEAD
    @Operation(summary = "What is known of the bytes")
    @APIResponse(responseCode = "200", description = "The headers of the content")
    public Response contentHead(
            @PathParam("id") String id,
            @QueryParam("version") @Nullable Integer version,
            @QueryParam("disposition") @Nullable String disposition) {
        return answer(id, version, disposition, ContentRequest.of(headers, false));
    }

    private Response answer(
            String id, @Nullable Integer version, @Nullable String disposition, ContentRequest request) {
        UUID document = Ids.parse(id).orElseThrow(ProblemException::notFound);
        return contents.of(
                documents.content(caller.get(), document, Optional.ofNullable(version), request),
                "inline".equals(disposition),
                request);
    }
}

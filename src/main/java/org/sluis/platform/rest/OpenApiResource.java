package org.sluis.platform.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;

/** The description of the API (OpenAPI), made from its resources by the build. */
@ApplicationScoped
@Path("openapi")
public class OpenApiResource {

    @GET
    @PermitAll
    @Operation(summary = "This description")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "default", ref = "Problem")
    @Produces(MediaType.APPLICATION_JSON)
    public Response description() throws IOException {
        try (InputStream made = getClass().getResourceAsStream("/api/openapi.json")) {
            byte[] description =
                    Objects.requireNonNull(made, "made by the build").readAllBytes();
            return Response.ok(description)
                    .header(HttpHeaders.CONTENT_LENGTH, description.length)
                    .build();
        }
    }
}

package org.sluis.documents;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.sluis.inspection.Preview;
import org.sluis.kernel.Ids;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.security.CurrentCaller;

/** A document to look at, without the file: every right suffices. */
@ApplicationScoped
@Path("documents/{id}/preview")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"client", "inspector", "admin", "dpo"})
@APIResponse(responseCode = "default", ref = "Problem")
public class PreviewResource {

    @Inject
    CurrentCaller caller;

    @Inject
    PreviewDesk desk;

    @GET
    @Operation(
            summary =
                    "What can be shown of a version: pages, text, a table or nothing; and how large the picture of the first page is")
    @APIResponseSchema(PreviewView.class)
    public FilteredView outline(@PathParam("id") String id, @QueryParam("version") @Nullable Integer version) {
        return desk.outline(caller.get(), Ids.addressed(id), Optional.ofNullable(version), 1, PreviewDesk.USUAL_WIDTH);
    }

    @GET
    @Path("pages/{number}")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "One page as a picture of at most that width")
    @APIResponse(
            responseCode = "200",
            description = "The picture, PNG or JPEG",
            content = @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    public Response page(
            @PathParam("id") String id,
            @PathParam("number") int number,
            @QueryParam("version") @Nullable Integer version,
            @QueryParam("width") @Nullable Integer width) {
        return answer(desk.picture(
                caller.get(), Ids.addressed(id), Optional.ofNullable(version), number, Optional.ofNullable(width)));
    }

    @GET
    @Path("text")
    @Operation(summary = "The beginning of a version as text, or as the rows of a table")
    @APIResponseSchema(PreviewTextView.class)
    public FilteredView text(@PathParam("id") String id, @QueryParam("version") @Nullable Integer version) {
        return desk.text(caller.get(), Ids.addressed(id), Optional.ofNullable(version));
    }

    /** Never kept by anybody on the way, and never taken for anything but a picture. */
    static Response answer(Preview picture) {
        return Response.ok(picture.picture(), picture.pictureType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}

package org.sluis.documents;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.sluis.inspection.Categories;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.config.Settings;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.EntityTags;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.rest.Snapshot;
import org.sluis.platform.security.CurrentCaller;

/** Documents: listing, reading, changing, erasing, downloading several together. */
@ApplicationScoped
@Path("documents")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"client", "inspector", "admin", "dpo"})
@APIResponse(responseCode = "default", ref = "Problem")
public class DocumentResource {

    @Inject
    CurrentCaller caller;

    @Inject
    Documents documents;

    @Inject
    Categories categories;

    @Inject
    Amendments amendments;

    @Inject
    Erasure erasure;

    @Inject
    Archives archives;

    @Inject
    ArchiveResponse packed;

    @Inject
    DownloadTurn turn;

    @Inject
    Settings settings;

    @Context
    HttpHeaders headers;

    @GET
    @Operation(
            summary = "The newest documents the caller may see",
            description =
                    "A page may hold less than was asked for, even nothing, and still name the next: go on until nextCursor is null.")
    @APIResponseSchema(DocumentView.Page.class)
    public FilteredView list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("q")
                    @Parameter(
                            description =
                                    "Words in any order, each of which must be found in title, description, name of the file, category, in the name of sender or organisation, or in the content; in quotation marks as they stand. Accents and case do not matter, in the content whole words are found in their usual forms, and what the caller may not have is not searched.")
                    @Nullable
                    String words,
            @QueryParam("category") @Nullable String category,
            @QueryParam("dossierId") @Nullable String dossier,
            @QueryParam("state") @Nullable String state,
            @QueryParam("uploadedAfter") @Nullable String since,
            @QueryParam("uploadedBefore") @Nullable String before) {
        Caller reader = caller.get();
        requireKnown(Optional.ofNullable(category).map(String::strip));
        Criteria criteria = Criteria.of(Audience.of(reader), words, category, dossier, state, since)
                .before(Audience.of(reader), before);
        return PageRequest.answer(documents.list(reader, criteria, PageRequest.of(limit, cursor)));
    }

    private void requireKnown(Optional<String> category) {
        if (category.filter(name -> !name.isEmpty() && categories.named(name).isEmpty())
                .isPresent()) {
            throw ProblemException.invalid("category", "unknown");
        }
    }

    @GET
    @Path("{id}")
    @Operation(summary = "Metadata; the ETag is what a change must name")
    @APIResponseSchema(DocumentView.class)
    public Response read(@PathParam("id") String id) {
        return described(documents.describe(caller.get(), Ids.addressed(id)));
    }

    @PATCH
    @Path("{id}")
    @Consumes("application/merge-patch+json")
    @RolesAllowed({"client", "inspector", "admin"})
    @Operation(summary = "Change metadata by a merge patch; If-Match is required")
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            description = "The ETag of the metadata that is changed",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponseSchema(DocumentView.class)
    public Response amend(@PathParam("id") String id, AmendmentRequest request) {
        return described(amendments.amend(
                caller.get(), Ids.addressed(id), request, EntityTags.of(header(HttpHeaders.IF_MATCH))));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed("admin")
    @Operation(summary = "Erase: withdrawn at once, keys destroyed")
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            description = "Erase only this state of the metadata",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponse(responseCode = "204", description = "Erased")
    public Response erase(@PathParam("id") String id) {
        erasure.erase(caller.get(), Ids.addressed(id), EntityTags.of(header(HttpHeaders.IF_MATCH)));
        return Response.noContent().build();
    }

    @GET
    @Path("{id}/versions")
    @Operation(summary = "The versions, newest first")
    @APIResponseSchema(DocumentView.Page.class)
    public FilteredView versions(@PathParam("id") String id) {
        return PageRequest.whole(documents.versions(caller.get(), Ids.addressed(id)));
    }

    @POST
    @Path("archive")
    @Operation(summary = "Several documents in one ZIP with a manifest, all or none")
    @APIResponse(
            responseCode = "200",
            description = "The archive",
            content =
                    @Content(
                            mediaType = "application/zip",
                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces("application/zip")
    public Response archive(ArchiveRequest request) {
        Caller reader = caller.get();
        List<UUID> wanted = request.documents(settings.archives().members());
        turn.beginArchive(reader);
        return packed.of(archives.contents(reader, wanted, settings.archives().total()), Audience.of(reader));
    }

    private static Response described(Snapshot document) {
        return Response.ok(document.members())
                .header(HttpHeaders.ETAG, document.entityTag())
                .build();
    }

    /** The whole value of a header, its lines joined. */
    private @Nullable String header(String name) {
        return headers.getHeaderString(name);
    }
}

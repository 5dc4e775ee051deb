package org.sluis.documents;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Ids;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.security.CurrentCaller;

/** Documents: listing, reading, downloading. */
@Path("documents")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"client", "inspector", "admin", "dpo"})
public class DocumentResource {

    @Inject
    CurrentCaller caller;

    @Inject
    Documents documents;

    @Inject
    ContentResponse contents;

    @GET
    public Map<String, Object> list(
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("q") @Nullable String words,
            @QueryParam("category") @Nullable String category,
            @QueryParam("dossierId") @Nullable String dossier,
            @QueryParam("state") @Nullable String state,
            @QueryParam("uploadedAfter") @Nullable String since) {
        Criteria criteria = Criteria.of(words, category, state, since).inDossier(dossier);
        return PageRequest.answer(documents.list(caller.get(), criteria, PageRequest.of(limit, cursor)));
    }

    @GET
    @Path("{id}")
    public Map<String, Object> read(@PathParam("id") String id) {
        return documents.read(caller.get(), existing(id));
    }

    @GET
    @Path("{id}/versions")
    public Map<String, @Nullable Object> versions(@PathParam("id") String id) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("items", documents.versions(caller.get(), existing(id)));
        answer.put("nextCursor", null);
        return answer;
    }

    @GET
    @Path("{id}/content")
    @Produces(MediaType.WILDCARD)
    public Response content(
            @PathParam("id") String id,
            @QueryParam("version") @Nullable Integer version,
            @QueryParam("disposition") @Nullable String disposition,
            @HeaderParam("Range") @Nullable String range,
            @HeaderParam("If-Range") @Nullable String ifRange,
            @HeaderParam("If-None-Match") @Nullable String known) {
        Content content = documents.content(caller.get(), existing(id), Optional.ofNullable(version));
        return contents.of(content, "inline".equals(disposition), new ContentRequest(range, ifRange, known, true));
    }

    @HEAD
    @Path("{id}/content")
    @Produces(MediaType.WILDCARD)
    public Response contentHead(@PathParam("id") String id, @QueryParam("version") @Nullable Integer version) {
        Content content = documents.content(caller.get(), existing(id), Optional.ofNullable(version));
        return contents.of(content, false, new ContentRequest(null, null, null, false));
    }

    private static UUID existing(String id) {
        return Ids.parse(id).orElseThrow(ProblemException::notFound);
    }
}

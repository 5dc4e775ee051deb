package org.sluis.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Ids;
import org.sluis.platform.rest.EntityTags;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.rest.Snapshot;
import org.sluis.platform.security.CurrentCaller;

/** Client organisations. */
@ApplicationScoped
@Path("organisations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("admin")
@APIResponse(responseCode = "default", ref = "Problem")
public class OrganisationResource {

    @Inject
    CurrentCaller caller;

    @Inject
    Organisations organisations;

    @Context
    HttpHeaders headers;

    @GET
    @Operation(summary = "Organisations by name, last founded first")
    @APIResponseSchema(OrganisationView.Page.class)
    public FilteredView list(
            @QueryParam("q") @Nullable String words,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return PageRequest.answer(
                organisations.list(caller.get(), words == null ? "" : words, PageRequest.of(limit, cursor)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "A new organisation")
    @APIResponseSchema(value = OrganisationView.class, responseCode = "201", responseDescription = "Founded")
    public Response found(OrganisationRequest request) {
        Snapshot organisation = organisations.found(caller.get(), request);
        return Response.created(URI.create(
                        "/api/organisations/" + organisation.members().get("id")))
                .header(HttpHeaders.ETAG, organisation.entityTag())
                .entity(organisation.members())
                .build();
    }

    @GET
    @Path("{id}")
    @RolesAllowed({"admin", "dpo"})
    @Operation(summary = "An organisation; the ETag is what a change must name")
    @APIResponseSchema(OrganisationView.class)
    public Response read(@PathParam("id") String id) {
        return organisations.read(caller.get(), Ids.addressed(id)).answer();
    }

    @PATCH
    @Path("{id}")
    @Consumes("application/merge-patch+json")
    @Operation(summary = "Change an organisation by a merge patch; If-Match is required")
    @Parameter(
            name = "If-Match",
            in = ParameterIn.HEADER,
            description = "The ETag of the state that is changed",
            schema = @Schema(type = SchemaType.STRING))
    @APIResponseSchema(OrganisationView.class)
    public Response amend(@PathParam("id") String id, OrganisationRequest request) {
        return organisations
                .amend(
                        caller.get(),
                        Ids.addressed(id),
                        request,
                        EntityTags.of(headers.getHeaderString(HttpHeaders.IF_MATCH)))
                .answer();
    }
}

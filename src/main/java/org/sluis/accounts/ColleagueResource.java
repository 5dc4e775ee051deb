package org.sluis.accounts;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.people.EnteredView;
import org.sluis.people.OrganisationAdministration;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.IdempotentRequests;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.rest.RepeatableRequest;
import org.sluis.platform.security.CurrentCaller;

/** The caller's own organisation, for those who administer it; for everybody else there is nothing here. */
@ApplicationScoped
@Path("colleagues")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("client")
@APIResponse(responseCode = "default", ref = "Problem")
public class ColleagueResource {

    @Inject
    CurrentCaller caller;

    @Inject
    IdempotentRequests requests;

    @Inject
    OrganisationAdministration administration;

    @Inject
    Colleagues colleagues;

    @GET
    @Operation(summary = "The people of the own organisation, last registered first")
    @APIResponseSchema(ColleagueView.Page.class)
    public FilteredView list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return PageRequest.answer(colleagues.list(caller.get(), PageRequest.of(limit, cursor)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Invite a colleague")
    @APIResponseSchema(value = EnteredView.class, responseCode = "201", responseDescription = "Invited")
    public Response invite(@HeaderParam(RepeatableRequest.HEADER) @Nullable String key, ColleagueRequest request) {
        Caller member = caller.get();
        UUID person = requests.once(
                        member,
                        RepeatableRequest.of(key, "colleague", request),
                        () -> administration.require(member, AccountAction.PERSON_INVITED, ResourceRef.every("person")),
                        () -> List.of(colleagues.invite(member, request)))
                .get(0);
        return Response.status(Response.Status.CREATED)
                .entity(FieldFilter.shown(new EnteredView(person), Audience.of(member)))
                .build();
    }

    @POST
    @Path("{id}/disable")
    @Operation(summary = "Shut a colleague out")
    @APIResponse(responseCode = "204", description = "Disabled")
    public Response disable(@PathParam("id") String id) {
        colleagues.disable(caller.get(), Ids.parse(id).orElseThrow(ProblemException::notFound));
        return Response.noContent().build();
    }
}

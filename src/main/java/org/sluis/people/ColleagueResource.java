package org.sluis.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Ids;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.security.CurrentCaller;

/** The caller's own organisation, for those who administer it; for everybody else there is nothing here. */
@Path("colleagues")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("client")
public class ColleagueResource {

    @Inject
    CurrentCaller caller;

    @Inject
    Colleagues colleagues;

    @GET
    @Operation(summary = "The people of the own organisation, last registered first")
    public Map<String, Object> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        return PageRequest.answer(colleagues.list(caller.get(), PageRequest.of(limit, cursor)));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Invite a colleague")
    @APIResponse(responseCode = "201", description = "Invited")
    public Response invite(ColleagueRequest request) {
        UUID person = colleagues.invite(caller.get(), request);
        return Response.status(Response.Status.CREATED)
                .entity(Map.of("id", person.toString()))
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

package org.sluis.intake.tus;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.sluis.intake.UploadPages;
import org.sluis.platform.security.CurrentCaller;

/**
 * The same protocol as {@link ResumableResource} for the scripts of pages, with the session of the browser. What an upload
 * became is answered as the part of a page that follows its check.
 */
@Path("uploads")
@Produces(MediaType.WILDCARD)
@RolesAllowed({"client", "inspector"})
@RequestScoped
public class ResumablePages {

    @Inject
    CurrentCaller caller;

    @Inject
    Tus tus;

    @POST
    public Response begin() {
        return tus.begin(caller.get(), "/portal/uploads");
    }

    @HEAD
    @Path("{id}")
    public Response state(@PathParam("id") String id) {
        return tus.state(caller.get(), id, UploadPages::check);
    }

    @PATCH
    @Path("{id}")
    @Consumes(Tus.PIECE)
    public Response append(@PathParam("id") String id) {
        return tus.append(caller.get(), id, UploadPages::check);
    }

    @DELETE
    @Path("{id}")
    public Response end(@PathParam("id") String id) {
        return tus.end(caller.get(), id);
    }
}

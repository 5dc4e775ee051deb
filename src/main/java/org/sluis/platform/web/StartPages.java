package org.sluis.platform.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Whoever types the beginning of the address finds their home. */
@Path("")
@RolesAllowed({"client", "inspector", "admin", "dpo"})
@RequestScoped
public class StartPages {

    @GET
    public Response start() {
        return Response.seeOther(URI.create("/portal/home")).build();
    }
}

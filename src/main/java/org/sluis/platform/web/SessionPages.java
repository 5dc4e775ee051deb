package org.sluis.platform.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Whose session the browser has by now, for pages that were opened in an earlier one. */
@Path("session")
@Produces("text/html;charset=UTF-8")
@RolesAllowed({"client", "inspector", "admin", "dpo"})
@RequestScoped
public class SessionPages {

    /** The part of each page that names the person and holds the secret of the session. */
    @GET
    public String session() {
        return "platform/session.html";
    }

    /** Where a sign-in ends that another window waits for. */
    @GET
    @Path("again")
    public String again() {
        return "platform/again.html";
    }
}

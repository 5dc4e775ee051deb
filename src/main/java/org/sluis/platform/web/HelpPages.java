package org.sluis.platform.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** What readers can do in the portal, each by their role. */
@Path("help")
@Produces("text/html;charset=UTF-8")
@RolesAllowed({"client", "inspector", "admin", "dpo"})
@RequestScoped
public class HelpPages {

    @GET
    public String help() {
        return "platform/help.html";
    }
}

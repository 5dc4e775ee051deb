package org.sluis.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.sluis.platform.security.CurrentCaller;
import org.sluis.platform.web.PageModel;

/** The list of those a right can be given to, while an administrator types. */
@Path("principals")
@Produces("text/html;charset=UTF-8")
@RolesAllowed("admin")
@RequestScoped
public class PrincipalPages {

    @Inject
    CurrentCaller caller;

    @Inject
    Principals principals;

    @Inject
    PageModel model;

    @GET
    public String found(@QueryParam("q") @DefaultValue("") String words) {
        if (!words.isBlank()) {
            model.showAll("principals", principals.suggestions(caller.get(), words));
        }
        return "people/principals.html";
    }
}

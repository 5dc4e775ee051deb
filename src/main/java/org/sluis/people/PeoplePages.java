package org.sluis.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.sluis.platform.security.CurrentCaller;
import org.sluis.platform.web.PageModel;

/** The person picker's list, while an administrator types. */
@Path("people")
@Produces("text/html;charset=UTF-8")
@RolesAllowed("admin")
@RequestScoped
public class PeoplePages {

    @Inject
    CurrentCaller caller;

    @Inject
    People people;

    @Inject
    PageModel model;

    @GET
    @Controller
    public String found(@QueryParam("q") @DefaultValue("") String words) {
        if (!words.isBlank()) {
            model.showAll("people", people.suggestions(caller.get(), words));
        }
        return "people/found.html";
    }
}

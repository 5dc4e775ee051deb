package org.sluis.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import org.jspecify.annotations.Nullable;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.security.CurrentCaller;

/** The people the portal knows, as a page; and as the list of the person picker, while an administrator types. */
@Path("people")
@Produces("text/html;charset=UTF-8")
@RolesAllowed("admin")
@RequestScoped
public class PeoplePages {

    private static final String PICKER = "people-found";

    /** Set by the script of the pages: the part that is to be replaced. */
    @HeaderParam("HX-Target")
    @Nullable
    String target;

    @Inject
    CurrentCaller caller;

    @Inject
    People people;

    @Inject
    PageParts parts;

    @GET
    public String list(@QueryParam("q") @DefaultValue("") String words, @QueryParam("cursor") @Nullable String cursor) {
        if (PICKER.equals(target)) {
            return found(words);
        }
        parts.list("people", people.list(caller.get(), words, PageRequest.of(null, cursor)), "/portal/people", words);
        return "people/list.html";
    }

    private String found(String words) {
        parts.suggest(caller.get(), words);
        return "people/found.html";
    }
}

package org.sluis.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Ids;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.security.CurrentCaller;
import org.sluis.platform.web.PageModel;

/** Teams in the browser: the list with room for a new one, and one with its members. */
@Path("teams")
@Produces("text/html;charset=UTF-8")
@RolesAllowed("admin")
@RequestScoped
public class TeamPages {

    private static final String LIST = "/portal/teams";

    @Inject
    CurrentCaller caller;

    @Inject
    Teams teams;

    @Inject
    PageParts parts;

    @Inject
    PageModel model;

    @GET
    public String list(@QueryParam("cursor") @Nullable String cursor) {
        return all(cursor, Map.of());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response found(MultivaluedMap<String, String> fields) {
        TypedForm form = new TypedForm(fields).lines("name");
        try {
            UUID team = teams.found(caller.get(), form.value("name").orElse(""));
            return PageParts.goOn("%s/%s?done=founded".formatted(LIST, team));
        } catch (ProblemException refusal) {
            return parts.askAgain(all(null, form.given()), refusal);
        }
    }

    @GET
    @Path("{id}")
    public String team(
            @PathParam("id") String id,
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("done") @Nullable String done) {
        parts.suggest(caller.get(), words);
        parts.tell(done);
        return shown(Ids.addressed(id), cursor, words);
    }

    @POST
    @Path("{id}/members")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response join(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        try {
            teams.join(caller.get(), Ids.addressed(id), PageParts.chosen(fields));
            return PageParts.goOn("%s/%s?done=joined".formatted(LIST, Ids.addressed(id)));
        } catch (ProblemException refusal) {
            return parts.askAgain(shown(Ids.addressed(id), null, ""), refusal);
        }
    }

    @POST
    @Path("{id}/members/{person}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response leave(@PathParam("id") String id, @PathParam("person") String person) {
        teams.leave(caller.get(), Ids.addressed(id), Ids.addressed(person));
        return PageParts.goOn("%s/%s?done=left".formatted(LIST, Ids.addressed(id)));
    }

    private String all(@Nullable String cursor, Map<String, String> given) {
        parts.list("teams", teams.list(caller.get(), "", PageRequest.of(null, cursor)), LIST, "");
        model.repeat("given", given);
        return "people/teams.html";
    }

    private String shown(UUID id, @Nullable String cursor, String words) {
        model.show("team", teams.read(caller.get(), id));
        model.repeat("given", Map.of());
        parts.list("members", teams.members(caller.get(), id, PageRequest.of(null, cursor)), LIST + "/" + id, words);
        return "people/team.html";
    }
}

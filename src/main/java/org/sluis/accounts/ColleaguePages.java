package org.sluis.accounts;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Ids;
import org.sluis.kernel.ProblemException;
import org.sluis.people.PageParts;
import org.sluis.people.TypedForm;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.security.CurrentCaller;
import org.sluis.platform.web.Languages;
import org.sluis.platform.web.PageModel;

/** My colleagues, for those who administer their organisation; for everybody else there is nothing here. */
@Path("colleagues")
@Produces("text/html;charset=UTF-8")
@RolesAllowed("client")
@RequestScoped
public class ColleaguePages {

    private static final String LIST = "/portal/colleagues";

    @Inject
    CurrentCaller caller;

    @Inject
    Colleagues colleagues;

    @Inject
    PageParts parts;

    @Inject
    PageModel model;

    @GET
    public String list(@QueryParam("cursor") @Nullable String cursor, @QueryParam("done") @Nullable String done) {
        parts.list("people", colleagues.list(caller.get(), PageRequest.of(null, cursor)), LIST, "");
        parts.tell(done);
        model.say("own", caller.get().personId().toString());
        return "accounts/colleagues.html";
    }

    @GET
    @Path("invitation")
    public String form() {
        if (!colleagues.isAdministeredBy(caller.get())) {
            throw ProblemException.notFound();
        }
        return shown(Map.of("language", "en"));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response invite(MultivaluedMap<String, String> fields) {
        TypedForm form = new TypedForm(fields)
                .lines("givenName", "familyName", "email", "language", "title", "function", "phone", "mobile");
        try {
            colleagues.invite(caller.get(), form.as(ColleagueRequest.class));
            return PageParts.goOn(LIST + "?done=invited");
        } catch (ProblemException refusal) {
            return parts.askAgain(
                    shown(form.given()),
                    refusal,
                    form,
                    typed -> typed.as(ColleagueRequest.class).invitation(Ids.TOP));
        }
    }

    @POST
    @Path("{id}/disablement")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response disable(@PathParam("id") String id) {
        colleagues.disable(caller.get(), Ids.parse(id).orElseThrow(ProblemException::notFound));
        return PageParts.goOn(LIST + "?done=disabled");
    }

    private String shown(Map<String, String> given) {
        model.repeat("given", given);
        model.say("address", LIST);
        model.say("back", LIST);
        model.offer("languages", Languages.CODES);
        return InvitationPages.VIEW;
    }
}

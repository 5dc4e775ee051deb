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
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Role;
import org.sluis.people.PageParts;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.security.CurrentCaller;
import org.sluis.platform.web.PageModel;

/** Changes of employees' accounts that wait for a second administrator, and that one's answer. */
@Path("account-changes")
@Produces("text/html;charset=UTF-8")
@RolesAllowed({"admin", "dpo"})
@RequestScoped
public class AccountChangePages {

    private static final String LIST = "/portal/account-changes";

    @Inject
    CurrentCaller caller;

    @Inject
    AccountProposals proposals;

    @Inject
    PageParts parts;

    @Inject
    PageModel model;

    @GET
    public String list(@QueryParam("cursor") @Nullable String cursor, @QueryParam("done") @Nullable String done) {
        parts.list("changes", proposals.list(caller.get(), PageRequest.of(null, cursor)), LIST, "");
        parts.tell(done);
        model.say("own", caller.get().personId().toString());
        model.flag("decides", caller.get().is(Role.ADMIN));
        return "accounts/account-changes.html";
    }

    @POST
    @Path("{id}/consent")
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response consent(@PathParam("id") String id) {
        proposals.consent(caller.get(), Ids.addressed(id));
        return PageParts.goOn(LIST + "?done=consented");
    }

    @POST
    @Path("{id}/refusal")
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response decline(@PathParam("id") String id) {
        proposals.decline(caller.get(), Ids.addressed(id));
        return PageParts.goOn(LIST + "?done=declined");
    }
}

package org.sluis.mail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import org.sluis.people.PageParts;
import org.sluis.platform.security.CurrentCaller;
import org.sluis.platform.web.PageModel;

/** Which mails the reader gets. */
@Path("profile/mails")
@Produces("text/html;charset=UTF-8")
@RolesAllowed({"client", "inspector", "admin", "dpo"})
@RequestScoped
public class OwnMailsPages {

    @Inject
    CurrentCaller caller;

    @Inject
    OwnMails mails;

    @Inject
    PageParts parts;

    @Inject
    PageModel model;

    @GET
    public String read(@QueryParam("done") @Nullable String done) {
        parts.tell(done);
        model.say("chosen", mails.rhythm(caller.get()).name());
        model.offer("rhythms", PageParts.names(Rhythm.values()));
        return "mail/mails.html";
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response choose(@FormParam("rhythm") @Nullable String rhythm) {
        mails.choose(caller.get(), new OwnMailsRequest(rhythm).chosen());
        return PageParts.goOn("/portal/profile/mails?done=changed");
    }
}

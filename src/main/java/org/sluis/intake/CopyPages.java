package org.sluis.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.sluis.kernel.Explanation;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.security.CurrentCaller;
import org.sluis.platform.web.PageModel;
import org.sluis.platform.web.PortalPage;

/** A copy of a refused document in the browser: what it would be without, and the sender's word that it may be sent. */
@Path("documents/{document}/cleaned-copy")
@Produces("text/html;charset=UTF-8")
@RolesAllowed({"client", "inspector"})
@RequestScoped
public class CopyPages {

    @PathParam("document")
    String document = "";

    @Inject
    CurrentCaller caller;

    @Inject
    CopyDesk desk;

    @Inject
    PageModel model;

    @Inject
    PortalPage page;

    @POST
    @Path("proposal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response propose() {
        return proposed(false);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response accept(@FormParam("proposal") @DefaultValue("") String proposal) {
        try {
            desk.accept(caller.get(), documentId(), proposal, true);
        } catch (ProblemException refusal) {
            if (refusal.problem() != Problem.STALE) {
                return impossible(refusal);
            }
            return proposed(true);
        }
        return Response.seeOther(URI.create("/portal/documents/" + documentId()))
                .build();
    }

    /** @param changed whether the reader has seen another proposal before */
    private Response proposed(boolean changed) {
        try {
            model.show("proposal", desk.propose(caller.get(), documentId()));
        } catch (ProblemException refusal) {
            return impossible(refusal);
        }
        model.flag("changed", changed);
        return answer(Response.Status.OK.getStatusCode());
    }

    /** Where the gate would refuse every copy it says why; all else is no matter of copies. */
    private Response impossible(ProblemException refusal) {
        Optional<Explanation> why = refusal.explanation();
        model.say("obstacle", why.map(told -> told.in(page.locale())).orElseThrow(() -> refusal));
        return answer(refusal.problem().status());
    }

    private Response answer(int status) {
        model.say("documentId", documentId().toString());
        return Response.status(status).entity("intake/copy.html").build();
    }

    private UUID documentId() {
        return Ids.addressed(document);
    }
}

package org.sluis.quarantine;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.sluis.documents.Documents;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.security.CurrentCaller;
import org.sluis.platform.web.PageModel;

/** Asking for a second look in the browser: what was refused, until when it is kept, and what administrators said. */
@Path("documents/{id}/versions/{number}/second-look")
@Produces("text/html;charset=UTF-8")
@RolesAllowed({"client", "inspector", "admin"})
@RequestScoped
public class SecondLookPages {

    private static final int UNPROCESSABLE = 422;

    @PathParam("id")
    String document = "";

    @PathParam("number")
    int number;

    @Inject
    CurrentCaller caller;

    @Inject
    Documents documents;

    @Inject
    SecondLooks looks;

    @Inject
    PageModel model;

    @GET
    public String show() {
        return shown();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ask(@FormParam("reason") @DefaultValue("") String reason) {
        try {
            looks.ask(caller.get(), documentId(), number, Reason.of(reason));
        } catch (ProblemException refusal) {
            if (refusal.problem() != Problem.INVALID_MEMBER) {
                throw refusal;
            }
            model.say("invalid", "reason");
            model.say("given", reason);
            return Response.status(UNPROCESSABLE).entity(shown()).build();
        }
        return back();
    }

    @POST
    @Path("withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw() {
        looks.withdraw(caller.get(), documentId(), number);
        return back();
    }

    /** Fills the model and names the view. */
    private String shown() {
        FilteredView look = looks.read(caller.get(), documentId(), number);
        model.show("look", look);
        model.show(
                "document",
                documents.received(caller.get(), documentId(), number).members());
        return "quarantine/second-look.html";
    }

    private Response back() {
        return Response.seeOther(
                        URI.create("/portal/documents/%s/versions/%d/second-look".formatted(documentId(), number)))
                .build();
    }

    private UUID documentId() {
        return Ids.addressed(document);
    }
}

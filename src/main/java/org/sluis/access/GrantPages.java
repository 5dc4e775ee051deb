package org.sluis.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Role;
import org.sluis.people.Principals;
import org.sluis.platform.config.Settings;
import org.sluis.platform.security.CurrentCaller;
import org.sluis.platform.web.PageModel;

/** Who may do what with one document: a part of its page, and a page of its own for browsers without script. */
@Path("documents/{document}/grants")
@Produces("text/html;charset=UTF-8")
@RequestScoped
public class GrantPages {

    private static final int UNPROCESSABLE = 422;
    private static final Set<String> DONE = Set.of("given", "revoked");

    @PathParam("document")
    String document = "";

    /** Set by the script of the pages, which puts a part in its place instead of loading a page. */
    @HeaderParam("HX-Request")
    @Nullable
    String part;

    @Inject
    CurrentCaller caller;

    @Inject
    Grants grants;

    @Inject
    Principals principals;

    @Inject
    Settings settings;

    @Inject
    PageModel model;

    @GET
    @RolesAllowed({"client", "inspector", "admin", "dpo"})
    public String list(
            @QueryParam("q") @DefaultValue("") String words, @QueryParam("done") @DefaultValue("") String done) {
        if (caller.get().is(Role.ADMIN) && !words.isBlank()) {
            model.say("words", words);
            model.showAll("principals", principals.suggestions(caller.get(), words));
        }
        return shown(DONE.contains(done) ? done : null, new GrantForm());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("admin")
    public Response grant(@BeanParam GrantForm form) {
        try {
            grants.grant(
                    caller.get(), documentId(), form.request(settings.zone()).order());
        } catch (ProblemException refusal) {
            return askAgain(form, refusal);
        }
        return done("given");
    }

    @POST
    @Path("{grant}/revocation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed("admin")
    public Response revoke(@PathParam("grant") String grant) {
        grants.revoke(caller.get(), documentId(), Ids.addressed(grant));
        return done("revoked");
    }

    private Response done(String what) {
        if (part == null) {
            return Response.seeOther(URI.create("/portal/documents/%s/grants?done=%s".formatted(documentId(), what)))
                    .build();
        }
        return Response.ok(shown(what, new GrantForm())).build();
    }

    private Response askAgain(GrantForm form, ProblemException refusal) {
        if (refusal.problem() != Problem.INVALID_MEMBER) {
            throw refusal;
        }
        model.say("invalid", String.valueOf(refusal.facts().get("member")));
        model.showAll(
                "principals",
                form.principalId()
                        .flatMap(id -> principals.shown(caller.get(), id))
                        .map(List::of)
                        .orElse(null));
        return Response.status(UNPROCESSABLE).entity(shown(null, form)).build();
    }

    /** Fills the model and names the view. */
    private String shown(@Nullable String done, GrantForm form) {
        UUID id = documentId();
        model.say("documentId", id.toString());
        model.showAll("grants", grants.list(caller.get(), id));
        model.offer("rights", Arrays.stream(Right.values()).map(Enum::name).toList());
        model.repeat("given", form.given());
        model.say("done", done);
        model.flag("alone", part == null);
        return part == null ? "access/page.html" : "access/grants.html";
    }

    private UUID documentId() {
        return Ids.addressed(document);
    }
}

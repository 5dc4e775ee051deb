package org.sluis.access;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
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
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Ids;
import org.sluis.platform.security.CurrentCaller;

/** Who may do what with one document: a part of its page, and a page of its own for browsers without script. */
@Path("documents/{document}/grants")
@Produces("text/html;charset=UTF-8")
@RequestScoped
public class GrantPages {

    private static final Set<String> DONE = Set.of("revoked");

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
    GrantList list;

    @GET
    @RolesAllowed({"client", "inspector", "admin", "dpo"})
    public String list(@QueryParam("done") @DefaultValue("") String done) {
        return shown(DONE.contains(done) ? done : null);
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
        return Response.ok(shown(what)).build();
    }

    /** Fills the model and names the view. */
    private String shown(@Nullable String done) {
        list.show(caller.get(), documentId(), done);
        return part == null ? "access/page.html" : "access/grants.html";
    }

    private UUID documentId() {
        return Ids.addressed(document);
    }
}

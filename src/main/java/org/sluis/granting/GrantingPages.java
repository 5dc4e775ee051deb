package org.sluis.granting;

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
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.sluis.access.BatchOrder;
import org.sluis.access.GrantUndo;
import org.sluis.access.Grants;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.config.Settings;
import org.sluis.platform.rest.IdempotentRequests;
import org.sluis.platform.rest.RepeatableRequest;
import org.sluis.platform.security.CurrentCaller;
import org.sluis.platform.web.PageModel;

/**
 * Giving access to documents in three steps: who to what, a last look at it, and what was given, with a minute to take it
 * back. Works without script; with it, people are found while the administrator types.
 */
@Path("granting")
@Produces("text/html;charset=UTF-8")
@RolesAllowed("admin")
@RequestScoped
public class GrantingPages {

    private static final int UNPROCESSABLE = 422;
    private static final String DONE = "/portal/granting/given/";

    @Inject
    CurrentCaller caller;

    @Inject
    GrantingDesk desk;

    @Inject
    Grants grants;

    @Inject
    GrantUndo undo;

    @Inject
    IdempotentRequests requests;

    @Inject
    Settings settings;

    @Inject
    PageModel model;

    @GET
    public String begin(@QueryParam("document") List<String> documents, @QueryParam("principal") List<String> chosen) {
        return choosing(GrantingForm.begun(documents, chosen), List.of());
    }

    /** Whom an administrator may mean, while they type: a part of the page. */
    @GET
    @Path("principals")
    public String found(
            @QueryParam("q") @DefaultValue("") String words, @QueryParam("document") List<String> documents) {
        desk.suggest(caller.get(), GrantingForm.begun(documents, List.of()), words);
        return "granting/found.html";
    }

    /** The one form of both steps; which of its buttons was pressed says what is wanted. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response submit(MultivaluedMap<String, String> fields) {
        GrantingForm form = GrantingForm.of(fields);
        String act = String.valueOf(fields.getFirst("act"));
        return switch (act) {
            case "review" -> review(form);
            case "grant" -> grant(form);
            default -> Response.ok(choosing(form, List.of())).build();
        };
    }

    @GET
    @Path("given/{grant}")
    public String given(@PathParam("grant") String grant) {
        UUID id = Ids.addressed(grant);
        desk.tell(caller.get(), id, undo.given(caller.get(), id));
        return "granting/given.html";
    }

    @POST
    @Path("given/{grant}/undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response undo(@PathParam("grant") String grant) {
        UUID id = Ids.addressed(grant);
        List<UUID> documents = undo.given(caller.get(), id).documentIds();
        undo.undo(caller.get(), id);
        desk.show(caller.get(), documents, List.of());
        return Response.ok("granting/undone.html").build();
    }

    private Response review(GrantingForm form) {
        List<String> complaints = new ArrayList<>(form.complaints(settings.zone()));
        if (complaints.isEmpty()) {
            try {
                BatchOrder order = form.order(settings.zone());
                model.repeat("given", form.typed());
                model.say("once", UUID.randomUUID().toString());
                desk.review(caller.get(), order);
                return Response.ok("granting/review.html").build();
            } catch (ProblemException refusal) {
                complaints.add(member(refusal));
            }
        }
        return Response.status(UNPROCESSABLE).entity(choosing(form, complaints)).build();
    }

    private Response grant(GrantingForm form) {
        List<String> complaints = form.complaints(settings.zone());
        if (!complaints.isEmpty()) {
            return review(form);
        }
        BatchOrder order = form.order(settings.zone());
        if (!form.sure() && desk.isForeign(caller.get(), order)) {
            model.flag("unsure", true);
            return Response.fromResponse(review(form)).status(UNPROCESSABLE).build();
        }
        UUID first = requests.once(
                        caller.get(),
                        RepeatableRequest.of(form.once().orElse(null), "granting", order),
                        () -> grants.requireGrantable(caller.get(), order.documentIds()),
                        () -> grants.grantAll(caller.get(), order))
                .get(0);
        return Response.seeOther(URI.create(DONE + first)).build();
    }

    private String choosing(GrantingForm form, List<String> complaints) {
        model.repeat("given", form.typed());
        model.offer("complaints", complaints);
        desk.show(caller.get(), form.documents(), form.principalIds());
        desk.suggest(caller.get(), form, form.words());
        desk.offer(caller.get());
        return "granting/choose.html";
    }

    /** @throws ProblemException what is wrong, where that is no member of the form */
    private static String member(ProblemException refusal) {
        if (refusal.problem() != Problem.INVALID_MEMBER) {
            throw refusal;
        }
        return String.valueOf(refusal.facts().get("member"));
    }
}

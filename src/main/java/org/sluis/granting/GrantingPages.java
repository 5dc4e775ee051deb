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
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import org.sluis.platform.web.KeptForms;
import org.sluis.platform.web.PageModel;

/**
 * Giving access to documents in three steps: who to what, a last look at it, and what was given, with a minute to take it
 * back. What was put together is kept with the session, so that no step back loses it. Works without script; with it, people
 * are found while the administrator types.
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
    UsualTime usual;

    @Inject
    KeptForms kept;

    @Inject
    Settings settings;

    @Inject
    PageModel model;

    /**
     * Begins, or shows again what was put together. An address that names documents or people leads to one that holds them,
     * so that going back to it finds what was typed since.
     *
     * @param checked whether to say what is wrong with it
     */
    @GET
    public Response choose(
            @QueryParam("document") List<String> documents,
            @QueryParam("principal") List<String> chosen,
            @QueryParam("draft") @DefaultValue("") String draft,
            @QueryParam("checked") boolean checked) {
        Optional<UUID> known = Ids.parse(draft);
        if (known.isEmpty()) {
            return begin(documents, chosen);
        }
        GrantingForm form = GrantingForm.of(kept.find(known.get()).orElseGet(MultivaluedHashMap::new));
        List<String> complaints = checked ? complaints(form) : List.of();
        model.repeat("given", form.typed());
        model.say("draft", draft);
        model.offer("complaints", complaints);
        desk.offer(caller.get(), form);
        return answer(complaints.isEmpty(), "granting/choose.html");
    }

    /**
     * The last look.
     *
     * @param checked whether to say what has not been answered
     */
    @GET
    @Path("review")
    public Response review(
            @QueryParam("draft") @DefaultValue("") String draft, @QueryParam("checked") boolean checked) {
        UUID id = Ids.addressed(draft);
        GrantingForm form = GrantingForm.of(kept.find(id).orElseGet(MultivaluedHashMap::new));
        if (!complaints(form).isEmpty()) {
            return seeOther("?draft=", id);
        }
        Doubts doubts = desk.review(caller.get(), form.order(settings.zone())).unanswered(form);
        model.repeat("given", form.typed());
        model.say("draft", draft);
        model.say("once", form.once().orElseGet(() -> UUID.randomUUID().toString()));
        model.flag("sure", form.sure());
        model.flag("less", form.less());
        model.flag("unsure", checked && doubts.foreign());
        model.flag("unaware", checked && doubts.lessening());
        return answer(!checked || !doubts.any(), "granting/review.html");
    }

    /** Whom an administrator may mean: a part of the page. */
    @GET
    @Path("principals")
    public String found(
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("document") List<String> documents,
            @QueryParam("principal") List<String> chosen) {
        MultivaluedMap<String, String> fields = GrantingForm.begun(documents, chosen, "");
        fields.putSingle("q", words);
        desk.suggest(caller.get(), GrantingForm.of(fields));
        return "granting/found.html";
    }

    /**
     * The one form of both steps; which of its buttons was pressed says what is wanted. Every answer leads to another
     * address, so that going back asks nobody to send anything again.
     */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response submit(MultivaluedMap<String, String> fields) {
        if (GrantingForm.isSelection(fields)) {
            return begin(fields.getOrDefault("document", List.of()), List.of());
        }
        UUID draft = Ids.parse(String.valueOf(fields.getFirst("draft"))).orElseGet(Ids::next);
        String act = String.valueOf(fields.getFirst("act"));
        fields.remove("act");
        if (act.equals("review")) {
            fields.putSingle("once", UUID.randomUUID().toString());
        }
        kept.keep(draft, fields);
        GrantingForm form = GrantingForm.of(fields);
        if (!act.equals("review") && !act.equals("grant")) {
            return seeOther("?draft=", draft);
        }
        if (!complaints(form).isEmpty()) {
            return seeOther("?checked=true&draft=", draft);
        }
        return act.equals("review") ? seeOther("/review?draft=", draft) : grant(draft, form);
    }

    @GET
    @Path("given/{grant}")
    public String given(@PathParam("grant") String grant) {
        UUID id = Ids.addressed(grant);
        desk.tell(caller.get(), id, undo.given(caller.get(), id));
        return "granting/given.html";
    }

    /** A second too late is told on the page of what was given, since that stands. */
    @POST
    @Path("given/{grant}/undo")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response undo(@PathParam("grant") String grant) {
        UUID id = Ids.addressed(grant);
        List<UUID> documents = undo.given(caller.get(), id).documentIds();
        try {
            undo.undo(caller.get(), id);
        } catch (ProblemException refusal) {
            if (refusal.problem() != Problem.UNDO_OVER) {
                throw refusal;
            }
            model.flag("late", true);
            return Response.status(refusal.problem().status())
                    .entity(given(grant))
                    .build();
        }
        desk.show(caller.get(), documents, List.of());
        return Response.ok("granting/undone.html").build();
    }

    private Response begin(List<String> documents, List<String> principals) {
        UUID draft = Ids.next();
        List<UUID> known =
                GrantingForm.of(GrantingForm.begun(documents, principals, "")).documents();
        String lastDay = usual.lastDay(caller.get(), known).orElse("");
        kept.keep(draft, GrantingForm.begun(documents, principals, lastDay));
        return seeOther("?draft=", draft);
    }

    private Response grant(UUID draft, GrantingForm form) {
        BatchOrder order = form.order(settings.zone());
        if (desk.doubts(caller.get(), order).unanswered(form).any()) {
            return seeOther("/review?checked=true&draft=", draft);
        }
        UUID first = requests.once(
                        caller.get(),
                        RepeatableRequest.of(form.once().orElse(null), "granting", order),
                        () -> grants.requireGrantable(caller.get(), order.documentIds()),
                        () -> grants.grantAll(caller.get(), order))
                .get(0);
        return Response.seeOther(URI.create(DONE + first)).build();
    }

    private static Response answer(boolean fine, String view) {
        return Response.status(fine ? Response.Status.OK.getStatusCode() : UNPROCESSABLE)
                .entity(view)
                .build();
    }

    private static Response seeOther(String step, UUID draft) {
        return Response.seeOther(URI.create("/portal/granting" + step + draft)).build();
    }

    /** All that is wrong with it, also what only the whole order shows. */
    private List<String> complaints(GrantingForm form) {
        List<String> complaints = new ArrayList<>(form.complaints(settings.zone()));
        if (complaints.isEmpty()) {
            try {
                form.order(settings.zone());
            } catch (ProblemException refusal) {
                complaints.add(member(refusal));
            }
        }
        return complaints;
    }

    /** @throws ProblemException what is wrong, where that is no member of the form */
    private static String member(ProblemException refusal) {
        if (refusal.problem() != Problem.INVALID_MEMBER) {
            throw refusal;
        }
        return String.valueOf(refusal.facts().get("member"));
    }
}

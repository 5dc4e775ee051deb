package org.sluis.documents;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.sluis.inspection.Categories;
import org.sluis.inspection.Category;
import org.sluis.kernel.Ids;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.IdempotentRequests;
import org.sluis.platform.rest.RepeatableRequest;
import org.sluis.platform.security.CurrentCaller;
import org.sluis.platform.web.KeptForms;
import org.sluis.platform.web.PageModel;

/**
 * What administrators do with all documents that were ticked in the list: a look at what it will touch, then the act, once
 * however often it is sent, and what came of it.
 */
@Path("documents/selection")
@Produces("text/html;charset=UTF-8")
@RolesAllowed("admin")
@RequestScoped
public class SelectionPages {

    private static final int UNPROCESSABLE = 422;

    @Inject
    CurrentCaller caller;

    @Inject
    ChosenDocuments documents;

    @Inject
    Selection selection;

    @Inject
    Categories categories;

    @Inject
    IdempotentRequests requests;

    @Inject
    KeptForms kept;

    @Inject
    PageModel model;

    @POST
    @Path("category")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response recategorise(MultivaluedMap<String, String> fields) {
        SelectionForm form = SelectionForm.of(fields);
        List<String> complaints = form.decided() ? form.complaintsOfCategory(categories) : form.complaints();
        model.offer("categories", categories.all().stream().map(Category::name).toList());
        return form.decided() && complaints.isEmpty()
                ? done("category", form, () -> selection.recategorise(caller.get(), form))
                : review(form, complaints, "documents/selection-category.html");
    }

    @POST
    @Path("erasure")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response erase(MultivaluedMap<String, String> fields) {
        SelectionForm form = SelectionForm.of(fields);
        List<String> complaints = form.decided() ? form.complaintsOfErasure() : form.complaints();
        return form.decided() && complaints.isEmpty()
                ? done("erasure", form, () -> selection.erase(caller.get(), form))
                : review(form, complaints, "documents/selection-erasure.html");
    }

    /** What came of it, for the session in which it was done; the list for any other. */
    @GET
    @Path("done/{once}")
    public Response done(@PathParam("once") String once) {
        return kept.find(Ids.addressed(once))
                .map(this::told)
                .orElseGet(
                        () -> Response.seeOther(URI.create("/portal/documents")).build());
    }

    private Response review(SelectionForm form, List<String> complaints, String view) {
        List<ChosenDocument> chosen = complaints.contains("documents") ? List.of() : chosen(form.ids());
        show(chosen);
        int missing = complaints.contains("documents") ? 0 : form.ids().size() - chosen.size();
        model.say("missing", missing == 0 ? null : String.valueOf(missing));
        model.repeat("given", form.typed());
        model.offer("complaints", complaints);
        model.say("once", UUID.randomUUID().toString());
        return Response.status(complaints.isEmpty() ? Response.Status.OK.getStatusCode() : UNPROCESSABLE)
                .entity(view)
                .build();
    }

    private Response done(String what, SelectionForm form, Supplier<Selection.Outcome> act) {
        UUID once = requests.onceElsewhere(
                        caller.get(),
                        RepeatableRequest.of(
                                form.once().map(UUID::toString).orElse(null),
                                "selection",
                                what,
                                form.documents(),
                                form.category(),
                                form.reason()),
                        IdempotentRequests.ROLE_SUFFICES,
                        () -> {
                            UUID name = form.once().orElseGet(Ids::next);
                            kept.keep(name, fields(what, act.get()));
                            return List.of(name);
                        })
                .get(0);
        return Response.seeOther(URI.create("/portal/documents/selection/done/" + once))
                .build();
    }

    private static Map<String, List<String>> fields(String what, Selection.Outcome outcome) {
        return Map.of(
                "what",
                List.of(what),
                "done",
                outcome.done().stream().map(UUID::toString).toList(),
                "left",
                outcome.left().entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue().slug())
                        .toList());
    }

    private Response told(MultivaluedMap<String, String> outcome) {
        List<String> done = outcome.getOrDefault("done", List.of());
        Map<UUID, String> left = outcome.getOrDefault("left", List.of()).stream()
                .map(entry -> entry.split(" ", 2))
                .collect(Collectors.toMap(entry -> UUID.fromString(entry[0]), entry -> entry[1]));
        Map<UUID, String> titles = chosen(List.copyOf(left.keySet())).stream()
                .collect(Collectors.toMap(ChosenDocument::id, ChosenDocument::title));
        model.say("what", outcome.getFirst("what"));
        model.say("number", String.valueOf(done.size()));
        model.showAll(
                "left",
                left.entrySet().stream()
                        .map(entry -> new LeftDocument(
                                entry.getKey(), Optional.ofNullable(titles.get(entry.getKey())), entry.getValue()))
                        .map(view -> FieldFilter.shown(view, Audience.of(caller.get())))
                        .toList());
        return Response.ok("documents/selection-done.html").build();
    }

    private List<ChosenDocument> chosen(List<UUID> ids) {
        return documents.of(caller.get(), ids);
    }

    private void show(List<ChosenDocument> chosen) {
        model.showAll(
                "documents",
                chosen.stream()
                        .map(document -> FieldFilter.shown(document, Audience.of(caller.get())))
                        .toList());
    }
}

package org.sluis.documents;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluis.access.Access;
import org.sluis.access.Right;
import org.sluis.inspection.Categories;
import org.sluis.inspection.CategoryView;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Role;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.security.CurrentCaller;
import org.sluis.platform.web.Messages;
import org.sluis.platform.web.PageModel;
import org.sluis.platform.web.PortalPage;

/** Documents in the browser: the list, one document, the state of a check, and the bytes. */
@Path("documents")
@Produces("text/html;charset=UTF-8")
@RolesAllowed({"client", "inspector", "admin", "dpo"})
@RequestScoped
public class DocumentPages {

    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;

    @Inject
    CurrentCaller caller;

    @Inject
    Documents documents;

    @Inject
    DocumentList list;

    @Inject
    Access access;

    @Inject
    ContentResponse contents;

    @Inject
    Categories categories;

    @Inject
    PageModel model;

    @Inject
    Messages messages;

    @Inject
    PortalPage page;

    @Inject
    Event<DocumentOpened> opened;

    /** @param part set where a script asks while somebody types, whose place must not move */
    @GET
    public Response list(
            @HeaderParam("HX-Request") @Nullable String part,
            @QueryParam("q") @Nullable String words,
            @QueryParam("state") @Nullable String state,
            @QueryParam("category") @Nullable String category,
            @QueryParam("organisation") @Nullable String organisation,
            @QueryParam("from") @Nullable String from,
            @QueryParam("to") @Nullable String to,
            @QueryParam("show") @Nullable String show,
            @QueryParam("shown") @Nullable Integer shown,
            @QueryParam("cursor") @Nullable String cursor) {
        Map<String, @Nullable String> asked = new LinkedHashMap<>();
        asked.put("q", words);
        asked.put("show", show);
        asked.put("state", state);
        asked.put("category", category);
        asked.put("organisation", organisation);
        asked.put("from", from);
        asked.put("to", to);
        boolean understood = list.show(caller.get(), asked, cursor, shown);
        model.flag("whole", part == null);
        return Response.status(understood ? OK : UNPROCESSABLE)
                .entity("documents/list.html")
                .build();
    }

    @GET
    @Path("{id}")
    public String document(@PathParam("id") String text) {
        UUID id = Ids.addressed(text);
        FilteredView document = documents.read(caller.get(), id);
        opened.fire(new DocumentOpened(caller.get(), id));
        boolean available = DocumentState.AVAILABLE.name().equals(document.get("state"));
        model.show("document", document);
        List<FilteredView> versions = documents.versions(caller.get(), id);
        model.showAll("versions", versions);
        newest(document, versions);
        model.say("explanation", explanation(document));
        model.flag("downloadable", available && covers(document, Right.DOWNLOAD));
        boolean checking = DocumentState.CHECKING.name().equals(document.get("state"));
        model.flag("revisable", !checking && page.isSender() && covers(document, Right.REVISE));
        model.flag("previewable", available && covers(document, Right.VIEW));
        model.show("category", category(document).orElse(null));
        model.flag("grantsShown", mayListGrants(caller.get(), id));
        return "documents/document.html";
    }

    /**
     * A part of a page that asks again until the gate has decided.
     *
     * @param seen the state that is on the screen already; while it lasts there is nothing to show
     */
    @GET
    @Path("{id}/versions/{number}/check")
    public Response check(
            @PathParam("id") String text, @PathParam("number") int number, @QueryParam("seen") @Nullable String seen) {
        FilteredView version =
                documents.received(caller.get(), Ids.addressed(text), number).members();
        if (String.valueOf(version.get("state")).equals(seen)) {
            return Response.noContent().build();
        }
        model.show("document", version);
        model.flag("copyable", isCopyable(version));
        model.say("explanation", explanation(version));
        return Response.ok("documents/check.html").build();
    }

    @GET
    @Path("{id}/content")
    @Produces(MediaType.WILDCARD)
    public Response content(
            @PathParam("id") String text,
            @QueryParam("version") @Nullable Integer version,
            @Context HttpHeaders headers,
            @Context Request request) {
        ContentRequest wanted = ContentRequest.of(headers, !HttpMethod.HEAD.equals(request.getMethod()));
        return contents.of(
                documents.content(caller.get(), Ids.addressed(text), Optional.ofNullable(version), wanted),
                false,
                wanted);
    }

    /** How the newest version goes on: its check where another one is shown, and whether a copy of it can be asked for. */
    private void newest(FilteredView document, List<FilteredView> versions) {
        Optional<FilteredView> newest = versions.stream().findFirst();
        model.say(
                "newest",
                newest.map(version -> String.valueOf(version.get("version"))).orElse(null));
        model.flag("copyable", newest.filter(this::isCopyable).isPresent());
        model.show(
                "checked",
                newest.filter(version -> DocumentState.CHECKING.name().equals(version.get("state")))
                        .filter(version -> !Objects.equals(version.get("version"), document.get("version")))
                        .orElse(null));
    }

    private boolean isCopyable(FilteredView version) {
        return page.isSender()
                && isOwn(version)
                && version.get("refusal") instanceof Map<?, ?> refusal
                && Boolean.TRUE.equals(refusal.get("copyPossible"));
    }

    private boolean isOwn(FilteredView version) {
        return version.get("uploadedBy") instanceof Map<?, ?> uploader
                && caller.get().personId().toString().equals(String.valueOf(uploader.get("id")));
    }

    /** The problem in general, of a version for which no rule is known. */
    private @Nullable String explanation(FilteredView document) {
        Object reason = document.get("reason");
        return reason == null || document.get("refusal") != null
                ? null
                : messages.text(page.locale(), "problem.%s.detail".formatted(reason));
    }

    private Optional<FilteredView> category(FilteredView document) {
        return categories
                .named(String.valueOf(document.get("category")))
                .map(found -> FieldFilter.shown(CategoryView.of(found), Audience.of(caller.get())));
    }

    static boolean covers(FilteredView document, Right wanted) {
        Object held = document.get("right");
        return held != null && Right.valueOf(held.toString()).covers(wanted);
    }

    private boolean mayListGrants(Caller reader, UUID id) {
        return reader.is(Role.ADMIN)
                || reader.is(Role.DPO)
                || access.standing(reader, id)
                        .filter(standing -> standing.uploaderId().equals(reader.personId()))
                        .isPresent();
    }
}

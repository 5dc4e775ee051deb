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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluis.access.Right;
import org.sluis.kernel.Ids;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.security.CurrentCaller;
import org.sluis.platform.web.PageModel;

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
    ContentResponse contents;

    @Inject
    DocumentParts parts;

    @Inject
    PageModel model;

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

    /**
     * @param tab which part of the page; one that the reader does not have is as none
     * @param cursor where a list in it goes on
     * @param send whether the form for a new version is open
     */
    @GET
    @Path("{id}")
    public String document(
            @PathParam("id") String text,
            @QueryParam("tab") @Nullable String tab,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("send") @Nullable String send) {
        UUID id = Ids.addressed(text);
        FilteredView document = documents.read(caller.get(), id);
        opened.fire(new DocumentOpened(caller.get(), id));
        parts.show(id, document, tab, PageRequest.of(null, cursor));
        model.flag("sending", send != null);
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
        model.flag("copyable", parts.isCopyable(version));
        model.say("explanation", parts.explanation(version));
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

    static boolean covers(FilteredView document, Right wanted) {
        Object held = document.get("right");
        return held != null && Right.valueOf(held.toString()).covers(wanted);
    }
}

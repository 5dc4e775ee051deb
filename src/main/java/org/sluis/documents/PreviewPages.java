package org.sluis.documents;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluis.access.Right;
import org.sluis.inspection.parsing.Shape;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.security.CurrentCaller;
import org.sluis.platform.web.PageModel;

/** A document to look at, page by page: a page of its own, of which the page of the document takes the middle. */
@Path("documents/{id}/preview")
@Produces("text/html;charset=UTF-8")
@RolesAllowed({"client", "inspector", "admin", "dpo"})
@RequestScoped
public class PreviewPages {

    /** Widths to choose from. */
    private static final List<String> SIZES = List.of("500", "800", "1600");

    @Inject
    CurrentCaller caller;

    @Inject
    Documents documents;

    @Inject
    PreviewDesk desk;

    @Inject
    PageModel model;

    @GET
    public String preview(
            @PathParam("id") String text,
            @QueryParam("version") @Nullable Integer version,
            @QueryParam("page") @Nullable Integer page,
            @QueryParam("width") @Nullable Integer width) {
        Caller reader = caller.get();
        UUID id = Ids.addressed(text);
        int number = page == null ? 1 : page;
        int wide = PreviewDesk.width(Optional.ofNullable(width));
        FilteredView document = documents.read(reader, id);
        FilteredView preview = desk.outline(reader, id, Optional.ofNullable(version), number, wide);
        Shape kind = Shape.valueOf(String.valueOf(preview.get("kind")));
        if (kind == Shape.PAGES && preview.get("width") == null) {
            throw ProblemException.notFound();
        }
        Optional<FilteredView> written =
                kind == Shape.TEXT || kind == Shape.TABLE ? written(reader, id, version) : Optional.empty();
        model.show("document", document);
        model.show("preview", preview);
        model.show("written", written.orElse(null));
        model.flag("impossible", kind != Shape.PAGES && written.isEmpty());
        model.say("number", Integer.toString(number));
        model.say("previous", number > 1 ? Integer.toString(number - 1) : null);
        model.say("next", isBefore(number, preview) ? Integer.toString(number + 1) : null);
        model.offer("sizes", SIZES);
        model.say("wide", Integer.toString(wide));
        model.flag("downloadable", DocumentPages.covers(document, Right.DOWNLOAD));
        return "documents/preview.html";
    }

    /** Nothing where the file turns out to be damaged, or costs too much to read. */
    private Optional<FilteredView> written(Caller reader, UUID id, @Nullable Integer version) {
        try {
            return Optional.of(desk.text(reader, id, Optional.ofNullable(version)));
        } catch (ProblemException refusal) {
            if (refusal.problem() != Problem.CANNOT_BE_SHOWN) {
                throw refusal;
            }
            return Optional.empty();
        }
    }

    private static boolean isBefore(int number, FilteredView preview) {
        return preview.get("pages") instanceof Integer pages && number < pages;
    }

    @GET
    @Path("pages/{number}")
    @Produces(MediaType.WILDCARD)
    public Response page(
            @PathParam("id") String text,
            @PathParam("number") int number,
            @QueryParam("version") @Nullable Integer version,
            @QueryParam("width") @Nullable Integer width) {
        return PreviewResource.answer(desk.picture(
                caller.get(), Ids.addressed(text), Optional.ofNullable(version), number, Optional.ofNullable(width)));
    }
}

package org.sluis.intake;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.sluis.inspection.Categories;
import org.sluis.inspection.Category;
import org.sluis.inspection.CategoryView;
import org.sluis.intake.Intake.Received;
import org.sluis.intake.tus.PiecewiseIntake;
import org.sluis.intake.tus.UnfinishedUploadView;
import org.sluis.intake.tus.UploadState.Version;
import org.sluis.kernel.Ids;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.security.CurrentCaller;
import org.sluis.platform.web.PageModel;

/** Handing in documents in the browser: the page, and what a browser without script sends. */
@Path("upload")
@Produces("text/html;charset=UTF-8")
@RolesAllowed({"client", "inspector"})
@RequestScoped
public class UploadPages {

    private static final int UNPROCESSABLE = 422;

    @Inject
    CurrentCaller caller;

    @Inject
    HttpServletRequest request;

    @Inject
    Intake intake;

    @Inject
    PiecewiseIntake pieces;

    @Inject
    Categories categories;

    @Inject
    PageModel model;

    @Inject
    FormComplaints complaints;

    @GET
    public String form() {
        return shown(Map.of(), Map.of());
    }

    /** The tray for what is sent by script: a part of any page. */
    @GET
    @Path("tray")
    public String tray() {
        offerCategories();
        return "intake/tray.html";
    }

    /** What browsers send without script. */
    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.WILDCARD)
    public Response upload(InputStream body) {
        try {
            return goOn(intake.uploadForm(caller.get(), request, body));
        } catch (UnfitForm unfit) {
            return askAgain(shown(unfit.typed(), complaints.worded(unfit)));
        }
    }

    /** The same for a further version of a document. */
    @POST
    @Path("{document}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.WILDCARD)
    public Response revise(@PathParam("document") String document, InputStream body) {
        UUID id = Ids.parse(document).orElseThrow(ProblemException::notFound);
        try {
            return goOn(intake.reviseForm(caller.get(), id, request, body));
        } catch (UnfitForm unfit) {
            model.say("documentId", id.toString());
            model.show(
                    "category",
                    intake.categoryForRevision(caller.get(), id)
                            .map(this::described)
                            .orElseThrow(ProblemException::notFound));
            model.complain(complaints.worded(unfit));
            return askAgain("intake/revision.html");
        }
    }

    private String shown(Map<String, String> typed, Map<String, String> wrong) {
        offerCategories();
        model.showAll(
                "unfinished",
                pieces.unfinished(caller.get()).stream()
                        .map(upload -> FieldFilter.shown(UnfinishedUploadView.of(upload), Audience.of(caller.get())))
                        .toList());
        model.repeat("typed", typed);
        model.complain(wrong);
        return "intake/upload.html";
    }

    private void offerCategories() {
        model.showAll(
                "categories", categories.all().stream().map(this::described).toList());
    }

    private FilteredView described(Category category) {
        return FieldFilter.shown(CategoryView.of(category), Audience.of(caller.get()));
    }

    private static Response goOn(Received received) {
        return Response.seeOther(URI.create("/portal/documents/" + received.documentId()))
                .build();
    }

    private static Response askAgain(String view) {
        return Response.status(UNPROCESSABLE)
                .type("text/html;charset=UTF-8")
                .entity(view)
                .build();
    }

    /** The part of a page that follows the check of a version. */
    public static URI check(Version version) {
        return URI.create("/portal/documents/%s/versions/%d/check".formatted(version.documentId(), version.number()));
    }
}

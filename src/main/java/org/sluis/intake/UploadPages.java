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
import java.net.URI;
import java.util.Set;
import org.sluis.inspection.Categories;
import org.sluis.inspection.CategoryView;
import org.sluis.intake.Intake.Received;
import org.sluis.intake.tus.PiecewiseIntake;
import org.sluis.intake.tus.UnfinishedUploadView;
import org.sluis.intake.tus.UploadState.Version;
import org.sluis.kernel.Ids;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.security.CurrentCaller;
import org.sluis.platform.web.PageModel;

/** Handing in a document in the browser. The answer names the part of a page that follows the check. */
@Path("upload")
@Produces("text/html;charset=UTF-8")
@RolesAllowed({"client", "inspector"})
@RequestScoped
public class UploadPages {

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

    @GET
    public String form() {
        Set<Audience> readers = Audience.of(caller.get());
        model.showAll(
                "categories",
                categories.all().stream()
                        .map(category -> FieldFilter.shown(CategoryView.of(category), readers))
                        .toList());
        model.showAll(
                "unfinished",
                pieces.unfinished(caller.get()).stream()
                        .map(upload -> FieldFilter.shown(UnfinishedUploadView.of(upload), readers))
                        .toList());
        return "intake/upload.html";
    }

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.WILDCARD)
    public Response upload() {
        return follow(intake.upload(caller.get(), request, false));
    }

    /** A further version of a document. */
    @POST
    @Path("{document}")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    @Produces(MediaType.WILDCARD)
    public Response revise(@PathParam("document") String document) {
        return follow(intake.revise(
                caller.get(), Ids.parse(document).orElseThrow(ProblemException::notFound), request, false));
    }

    private static Response follow(Received received) {
        return Response.accepted()
                .location(check(new Version(received.documentId(), received.number())))
                .build();
    }

    /** The part of a page that follows the check of a version. */
    public static URI check(Version version) {
        return URI.create("/portal/documents/%s/versions/%d/check".formatted(version.documentId(), version.number()));
    }
}

package org.sluis.mail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Page;
import org.sluis.people.PageParts;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.security.CurrentCaller;
import org.sluis.platform.web.PageModel;
import org.sluis.platform.web.PortalPage;

/** Where the bell leads: what is new for the reader. */
@Path("news")
@Produces("text/html;charset=UTF-8")
@RolesAllowed({"client", "inspector", "admin", "dpo"})
@RequestScoped
public class NewsPages {

    private static final int STEP = 50;

    @Inject
    CurrentCaller caller;

    @Inject
    News news;

    @Inject
    PageModel model;

    @Inject
    PortalPage page;

    @GET
    public String list(@QueryParam("cursor") @Nullable String cursor) {
        Page<FilteredView> found = news.list(caller.get(), PageRequest.of(STEP, cursor));
        model.showAll("news", found.items());
        model.say(
                "newest",
                found.items().stream()
                        .map(item -> String.valueOf(item.get("id")))
                        .findFirst()
                        .orElse(null));
        model.say(
                "more",
                found.nextCursor()
                        .map(next -> "/portal/news?cursor=" + PageRequest.encode(next))
                        .orElse(null));
        model.flag("continued", cursor != null);
        return "mail/news.html";
    }

    /** @param known the number that the page shows already; nothing is answered where it is still so */
    @GET
    @Path("unread")
    public Response unread(@QueryParam("known") @DefaultValue("") String known) {
        if (String.valueOf(page.getUnread()).equals(known)) {
            return Response.noContent().build();
        }
        return Response.ok("platform/bell.html").build();
    }

    @POST
    @Path("read")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response read(@FormParam("id") @Nullable String id, @FormParam("through") @Nullable String through) {
        NewsReadRequest request =
                new NewsReadRequest(Optional.ofNullable(id).map(List::of).orElse(null), through);
        news.read(caller.get(), request.items());
        return PageParts.goOn("/portal/news");
    }
}

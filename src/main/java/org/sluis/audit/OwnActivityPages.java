package org.sluis.audit;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Page;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.security.CurrentCaller;
import org.sluis.platform.web.PageModel;

/** What the reader did, as the trail has it. */
@Path("profile/activity")
@Produces("text/html;charset=UTF-8")
@RolesAllowed({"client", "inspector", "admin", "dpo"})
@RequestScoped
public class OwnActivityPages {

    @Inject
    CurrentCaller caller;

    @Inject
    TrailSearch search;

    @Inject
    ActivityWords words;

    @Inject
    PageModel model;

    @GET
    public String list(@QueryParam("cursor") @Nullable String cursor) {
        Page<FilteredView> found =
                search.own(caller.get(), TrailCriteria.of(Map.of(), Set.of()), PageRequest.of(null, cursor));
        words.list(found);
        words.explain();
        model.say(
                "more",
                found.nextCursor()
                        .map(next -> "/portal/profile/activity?cursor=" + PageRequest.encode(next))
                        .orElse(null));
        model.flag("continued", cursor != null);
        return "audit/own.html";
    }
}

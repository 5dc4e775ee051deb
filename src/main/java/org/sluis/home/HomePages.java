package org.sluis.home;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sluis.documents.Attention.Block;
import org.sluis.documents.Attention.Kind;
import org.sluis.platform.security.CurrentCaller;
import org.sluis.platform.web.PageModel;
import org.sluis.platform.web.PortalPage;

/** Where people land: what each of them has to do, and what is new. It asks again by itself while it is looked at. */
@Path("home")
@Produces("text/html;charset=UTF-8")
@RolesAllowed({"client", "inspector", "admin", "dpo"})
@RequestScoped
public class HomePages {

    @Inject
    CurrentCaller caller;

    @Inject
    Home home;

    @Inject
    Works works;

    @Inject
    PageModel model;

    @Inject
    PortalPage page;

    /** @param known the mark of what the page shows already; nothing is answered where it is still so */
    @GET
    public Response home(@QueryParam("known") @DefaultValue("") String known) {
        Works.Found found = works.look();
        Optional<Home.Shown> news = home.of(caller.get(), known, found, page.getUnread());
        if (news.isEmpty()) {
            return Response.noContent().build();
        }
        show(news.get());
        model.flag("scannerWorks", found.scanner());
        model.flag("storageWorks", found.storage());
        return Response.ok("home/home.html").build();
    }

    private void show(Home.Shown shown) {
        for (Kind kind : Kind.values()) {
            Block block = shown.documents().getOrDefault(kind, new Block(0, List.of()));
            String name = kind.name().toLowerCase(Locale.ROOT);
            model.showAll(name, block.first());
            model.say(name + "Number", String.valueOf(block.number()));
        }
        model.say("undecided", some(shown.undecided()));
        model.say("proposals", some(shown.proposals()));
        model.flag("mailsLate", shown.mailsLate());
        model.say("mark", shown.mark());
        model.flag("reads", page.isSender() || !page.isAdministrator());
    }

    private static @Nullable String some(long number) {
        return number == 0 ? null : String.valueOf(number);
    }
}

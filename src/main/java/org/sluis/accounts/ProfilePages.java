package org.sluis.accounts;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.people.PageParts;
import org.sluis.people.Profiles;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.security.CurrentCaller;
import org.sluis.platform.web.Messages;
import org.sluis.platform.web.PageModel;
import org.sluis.platform.web.PortalPage;

/** What is kept of the reader, how they sign in and where they are signed in. While the realm is away the first is still there. */
@Path("profile")
@Produces("text/html;charset=UTF-8")
@RolesAllowed({"client", "inspector", "admin", "dpo"})
@RequestScoped
public class ProfilePages {

    private static final Set<Problem> WITHOUT_ACCOUNT = Set.of(Problem.DIRECTORY_AWAY, Problem.ACCOUNT_MISSING);

    @Inject
    CurrentCaller caller;

    @Inject
    Profiles profiles;

    @Inject
    OwnAccount account;

    @Inject
    PageParts parts;

    @Inject
    PageModel model;

    @Inject
    Messages messages;

    @Inject
    PortalPage page;

    @GET
    public String profile(@QueryParam("done") @Nullable String done) {
        parts.tell(done);
        model.show("person", profiles.own(caller.get()).members());
        model.show("account", account().orElse(null));
        return "accounts/profile.html";
    }

    @POST
    @Path("sessions/{session}/sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response endSession(@PathParam("session") String session) {
        account.endSession(caller.get(), session);
        return PageParts.goOn("/portal/profile?done=sessionEnded");
    }

    private Optional<FilteredView> account() {
        try {
            return Optional.of(account.read(caller.get(), caller.session()));
        } catch (ProblemException refusal) {
            if (!WITHOUT_ACCOUNT.contains(refusal.problem())) {
                throw refusal;
            }
            model.say(
                    "accountAway",
                    messages.text(
                            page.locale(),
                            "problem.%s.detail".formatted(refusal.problem().slug())));
            return Optional.empty();
        }
    }
}

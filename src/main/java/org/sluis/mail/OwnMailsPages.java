package org.sluis.mail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.ProblemException;
import org.sluis.people.PageParts;
import org.sluis.platform.config.Settings;
import org.sluis.platform.security.CurrentCaller;
import org.sluis.platform.web.PageModel;

/** Which mails the reader gets, and when they are not to be disturbed. */
@Path("profile/mails")
@Produces("text/html;charset=UTF-8")
@RolesAllowed({"client", "inspector", "admin", "dpo"})
@RequestScoped
public class OwnMailsPages {

    private static final String VIEW = "mail/mails.html";

    @Inject
    CurrentCaller caller;

    @Inject
    OwnMails mails;

    @Inject
    PageParts parts;

    @Inject
    PageModel model;

    @Inject
    Settings settings;

    @GET
    public String read(@QueryParam("done") @Nullable String done) {
        parts.tell(done);
        offer(PageModel.asFields(List.of(mails.read(caller.get()))));
        return VIEW;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response choose(
            @FormParam("rhythm") @Nullable String rhythm,
            @FormParam("quietFrom") @Nullable String from,
            @FormParam("quietUntil") @Nullable String until,
            @FormParam("zone") @Nullable String zone) {
        MailChoice chosen;
        try {
            chosen = new OwnMailsRequest(rhythm, from, until, zone).chosen();
        } catch (ProblemException refusal) {
            offer(Map.of(
                    "rhythm", Objects.requireNonNullElse(rhythm, ""),
                    "quietFrom", Objects.requireNonNullElse(from, ""),
                    "quietUntil", Objects.requireNonNullElse(until, ""),
                    "zone", Objects.requireNonNullElse(zone, "")));
            return parts.askAgain(VIEW, refusal);
        }
        mails.choose(caller.get(), chosen);
        return PageParts.goOn("/portal/profile/mails?done=changed");
    }

    /** Zones of other parts of the world are chosen by the interface, and shown here then. */
    private void offer(Map<String, String> given) {
        model.repeat("given", given);
        model.offer("rhythms", PageParts.names(Rhythm.values()));
        model.say("portalZone", settings.zone().getId());
        model.offer(
                "zones",
                Stream.concat(
                                Stream.of(given.getOrDefault("zone", "")),
                                ZoneId.getAvailableZoneIds().stream().filter(zone -> zone.startsWith("Europe/")))
                        .filter(zone -> !zone.isEmpty())
                        .distinct()
                        .sorted()
                        .toList());
    }
}

package org.sluis.accounts;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Ids;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.Role;
import org.sluis.people.Organisations;
import org.sluis.people.PageParts;
import org.sluis.people.TypedForm;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.security.CurrentCaller;
import org.sluis.platform.web.Languages;
import org.sluis.platform.web.PageModel;

/** An administrator invites somebody: an employee, or a client user of the organisation the address names. */
@Path("invitation")
@Produces("text/html;charset=UTF-8")
@RolesAllowed("admin")
@RequestScoped
public class InvitationPages {

    static final String VIEW = "accounts/invitation.html";
    private static final String ADDRESS = "/portal/invitation";

    @Inject
    CurrentCaller caller;

    @Inject
    Invitations invitations;

    @Inject
    Organisations organisations;

    @Inject
    PageParts parts;

    @Inject
    PageModel model;

    @GET
    public String form(@QueryParam("organisation") @Nullable String organisation) {
        Map<String, String> given = new HashMap<>(Map.of("language", "en"));
        Optional.ofNullable(organisation).ifPresent(id -> given.put("organisationId", id));
        return shown(given);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response invite(MultivaluedMap<String, String> fields) {
        TypedForm form = new TypedForm(fields)
                .lines("givenName", "familyName", "email", "language", "organisationId", "title", "function")
                .lines("phone", "mobile");
        if (form.value("organisationId").isPresent()) {
            fields.putSingle("roles", Role.CLIENT.claim());
        }
        form.boxes("roles");
        try {
            Invited invited = invitations.invite(
                    caller.get(), form.as(InvitationRequest.class).invitation());
            return PageParts.goOn(
                    invited.proposal().isPresent()
                            ? "/portal/account-changes?done=proposed"
                            : "/portal/people/%s?done=invited".formatted(invited.person()));
        } catch (ProblemException refusal) {
            return parts.askAgain(
                    shown(form.given()),
                    refusal,
                    form,
                    typed -> typed.as(InvitationRequest.class).invitation());
        }
    }

    private String shown(Map<String, String> given) {
        Optional<String> organisation = Optional.ofNullable(given.get("organisationId"));
        model.repeat("given", given);
        model.say("address", ADDRESS);
        model.offer("languages", Languages.CODES);
        model.say("back", organisation.map("/portal/organisations/"::concat).orElse("/portal/people"));
        organisation.ifPresentOrElse(id -> model.show("organisation", read(id)), () -> model.offer("roles", roles()));
        return VIEW;
    }

    private FilteredView read(String organisation) {
        UUID id = Ids.parse(organisation).orElseThrow(ProblemException::notFound);
        return organisations.read(caller.get(), id).members();
    }

    static List<String> roles() {
        return Arrays.stream(Role.values()).map(Role::claim).toList();
    }
}

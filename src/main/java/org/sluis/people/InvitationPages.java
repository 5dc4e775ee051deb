package org.sluis.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.mvc.Models;
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
import org.sluis.platform.security.CurrentCaller;

/** An administrator invites somebody: an employee, or a client user of the organisation the address names. */
@Path("invitation")
@Produces("text/html;charset=UTF-8")
@RolesAllowed("admin")
@RequestScoped
public class InvitationPages {

    static final String VIEW = "people/invitation.html";
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
    Models models;

    @GET
    @Controller
    public String form(@QueryParam("organisation") @Nullable String organisation) {
        Map<String, Object> given = new HashMap<>(Map.of("language", "en"));
        Optional.ofNullable(organisation).ifPresent(id -> given.put("organisationId", id));
        return shown(given);
    }

    @POST
    @Controller
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
            UUID person = invitations.invite(
                    caller.get(), form.as(InvitationRequest.class).invitation());
            return PageParts.goOn("/portal/people/%s?done=invited".formatted(person));
        } catch (ProblemException refusal) {
            return parts.askAgain(shown(form.given()), refusal);
        }
    }

    private String shown(Map<String, Object> given) {
        Object organisation = given.get("organisationId");
        parts.fill(given);
        models.put("address", ADDRESS);
        models.put("languages", PageParts.LANGUAGES);
        models.put("back", organisation == null ? "/portal/people" : "/portal/organisations/" + organisation);
        models.put("organisation", organisation == null ? null : nameOf(organisation.toString()));
        models.put("roles", organisation == null ? roles() : null);
        return VIEW;
    }

    private String nameOf(String organisation) {
        UUID id = Ids.parse(organisation).orElseThrow(ProblemException::notFound);
        return String.valueOf(organisations.read(caller.get(), id).members().get("name"));
    }

    static List<String> roles() {
        return Arrays.stream(Role.values()).map(Role::claim).toList();
    }
}

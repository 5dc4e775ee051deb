package org.sluis.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Role;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.security.CurrentCaller;

/** The signed-in person about themselves. */
@ApplicationScoped
@Path("me")
@Produces(MediaType.APPLICATION_JSON)
@APIResponse(responseCode = "default", ref = "Problem")
public class MeResource {

    @Inject
    CurrentCaller caller;

    @Inject
    People people;

    @Inject
    Profiles profiles;

    @GET
    @RolesAllowed({"client", "inspector", "admin", "dpo"})
    @Operation(summary = "The caller")
    @APIResponseSchema(MeView.class)
    public FilteredView me() {
        Caller me = caller.get();
        Optional<PersonSummary> person =
                Optional.ofNullable(people.summaries(me, List.of(me.personId())).get(me.personId()));
        MeView view = new MeView(
                me.personId(),
                me.name(),
                person.flatMap(PersonSummary::email),
                caller.language().orElse(Locale.ENGLISH).getLanguage(),
                me.roles().stream().map(Role::claim).sorted().toList(),
                people.organisationName(me));
        return FieldFilter.shown(view, Audience.of(me));
    }

    @GET
    @Path("profile")
    @RolesAllowed({"client", "inspector", "admin", "dpo"})
    @Operation(summary = "What is kept of the caller")
    @APIResponseSchema(PersonDetail.class)
    public FilteredView profile() {
        return profiles.own(caller.get()).members();
    }
}

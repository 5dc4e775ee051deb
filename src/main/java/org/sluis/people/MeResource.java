package org.sluis.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Role;
import org.sluis.platform.security.CurrentCaller;

/** The signed-in person about themselves. */
@Path("me")
@Produces(MediaType.APPLICATION_JSON)
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
    public Map<String, @Nullable Object> me() {
        Caller me = caller.get();
        Optional<PersonSummary> person =
                Optional.ofNullable(people.summaries(List.of(me.personId())).get(me.personId()));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("id", me.personId().toString());
        answer.put("name", me.name());
        answer.put("email", person.flatMap(PersonSummary::email).orElse(null));
        answer.put("language", caller.language().orElse(Locale.ENGLISH).getLanguage());
        answer.put("roles", me.roles().stream().map(Role::claim).sorted().toList());
        answer.put(
                "organisation",
                me.organisationId().flatMap(people::organisationName).orElse(null));
        return answer;
    }

    @GET
    @Path("profile")
    @RolesAllowed({"client", "inspector", "admin", "dpo"})
    @Operation(summary = "What is kept of the caller")
    public Map<String, Object> profile() {
        return profiles.own(caller.get()).members();
    }
}

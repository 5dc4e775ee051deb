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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.people.AccountLabels;
import org.sluis.people.ContactRole;
import org.sluis.people.PageParts;
import org.sluis.people.People;
import org.sluis.people.PersonProfile;
import org.sluis.people.PersonRequest;
import org.sluis.people.Profiles;
import org.sluis.people.TypedForm;
import org.sluis.platform.rest.EntityTags;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.Snapshot;
import org.sluis.platform.security.CurrentCaller;
import org.sluis.platform.web.Languages;
import org.sluis.platform.web.Messages;
import org.sluis.platform.web.PageModel;
import org.sluis.platform.web.PortalPage;

/** One person, and what an administrator can do about them. While the realm is away the profile is still there. */
@Path("people/{id}")
@Produces("text/html;charset=UTF-8")
@RolesAllowed("admin")
@RequestScoped
public class PersonPages {

    private static final String VIEW = "accounts/person.html";
    private static final String FORM = "accounts/person-form.html";
    private static final Set<Problem> WITHOUT_ACCOUNT = Set.of(Problem.DIRECTORY_AWAY, Problem.ACCOUNT_MISSING);

    @PathParam("id")
    String id = "";

    @Inject
    CurrentCaller caller;

    @Inject
    People people;

    @Inject
    Profiles profiles;

    @Inject
    ProfileChanges changes;

    @Inject
    Accounts accounts;

    @Inject
    Invitations invitations;

    @Inject
    PageParts parts;

    @Inject
    PageModel model;

    @Inject
    Messages messages;

    @Inject
    PortalPage page;

    @GET
    public String person(@QueryParam("done") @Nullable String done) {
        parts.tell(done);
        return shown();
    }

    @GET
    @Path("edit")
    public String edit() {
        return editing(kept -> parts.fill(kept, Map.of()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(MultivaluedMap<String, String> fields) {
        TypedForm form = new TypedForm(fields)
                .lines("givenName", "familyName", "email", "language", "title", "function", "phone", "mobile")
                .lines("birthDate", "licencePlate", "trainingCertificate");
        if (form.value("membership").isPresent()) {
            form.boxes("contactRoles").box("organisationAdministrator");
        }
        try {
            Amended amended = changes.amend(
                    caller.get(),
                    person(),
                    form.as(PersonRequest.class),
                    EntityTags.of(form.value("state").orElse(null)));
            return done(amended.proposal(), "changed");
        } catch (ProblemException refusal) {
            return parts.askAgain(editing(kept -> parts.fill(kept, form, refusal)), refusal, form, PersonPages::read);
        }
    }

    @POST
    @Path("roles")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response assign(MultivaluedMap<String, String> fields) {
        TypedForm form = new TypedForm(fields).boxes("roles");
        try {
            return done(
                    accounts.assign(
                            caller.get(), person(), form.as(RolesRequest.class).wanted()),
                    "changed");
        } catch (ProblemException refusal) {
            return parts.askAgain(editing(kept -> parts.fill(kept, form, refusal)), refusal);
        }
    }

    @POST
    @Path("disablement")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response disable() {
        accounts.disable(caller.get(), person());
        return done("disabled");
    }

    @POST
    @Path("enablement")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enable() {
        return done(accounts.enable(caller.get(), person()), "enabled");
    }

    @POST
    @Path("sign-out")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response endSessions() {
        accounts.endSessions(caller.get(), person());
        return done("signedOut");
    }

    @POST
    @Path("second-factor")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response resetSecondFactor() {
        return done(accounts.resetSecondFactor(caller.get(), person()), "factorReset");
    }

    @POST
    @Path("invitation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response inviteAgain() {
        invitations.repeat(caller.get(), person());
        return done("invited");
    }

    private static void read(TypedForm form) {
        PersonRequest typed = form.as(PersonRequest.class);
        if (typed.namesLabels()) {
            typed.over(AccountLabels.NONE);
        }
        typed.over(PersonProfile.EMPTY);
    }

    private Response done(Optional<UUID> proposal, String what) {
        return done(proposal.isPresent() ? "proposed" : what);
    }

    private Response done(String what) {
        return PageParts.goOn("/portal/people/%s?done=%s".formatted(person(), what));
    }

    private String shown() {
        Snapshot person = profiles.read(caller.get(), person());
        filled(person, account());
        model.show("listed", people.shown(caller.get(), person()).orElseThrow(ProblemException::notFound));
        return VIEW;
    }

    /** @param form fills the form over what is kept */
    private String editing(Consumer<List<FilteredView>> form) {
        Snapshot person = profiles.read(caller.get(), person());
        Optional<FilteredView> account = account();
        filled(person, account);
        form.accept(Stream.concat(Stream.of(person.members()), account.stream()).toList());
        model.say("state", person.entityTag());
        model.offer("languages", Languages.CODES);
        model.offer("contactRoles", PageParts.names(ContactRole.values()));
        model.offer("roles", InvitationPages.roles());
        return FORM;
    }

    private void filled(Snapshot person, Optional<FilteredView> account) {
        model.show("person", person.members());
        model.show("account", account.orElse(null));
        model.flag("rental", person.members().containsKey("birthDate"));
        model.flag("self", caller.get().personId().equals(person()));
    }

    private Optional<FilteredView> account() {
        try {
            return Optional.of(accounts.read(caller.get(), person()));
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

    private UUID person() {
        return Ids.parse(id).orElseThrow(ProblemException::notFound);
    }
}

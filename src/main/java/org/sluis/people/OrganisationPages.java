package org.sluis.people;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Ids;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.rest.EntityTags;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.rest.Snapshot;
import org.sluis.platform.security.CurrentCaller;
import org.sluis.platform.web.Formats;
import org.sluis.platform.web.PageModel;
import org.sluis.platform.web.PortalPage;

/** Organisations in the browser: the list, a new one, one with its members. */
@Path("organisations")
@Produces("text/html;charset=UTF-8")
@RolesAllowed("admin")
@RequestScoped
public class OrganisationPages {

    private static final String LIST = "/portal/organisations";
    private static final String VIEW = "people/organisation.html";
    private static final String FORM = "people/organisation-form.html";

    @Inject
    CurrentCaller caller;

    @Inject
    Organisations organisations;

    @Inject
    Memberships memberships;

    @Inject
    MembershipChanges changes;

    @Inject
    PageParts parts;

    @Inject
    PageModel model;

    @Inject
    PortalPage page;

    @Inject
    Formats formats;

    @GET
    public String list(@QueryParam("q") @DefaultValue("") String words, @QueryParam("cursor") @Nullable String cursor) {
        parts.list("organisations", organisations.list(caller.get(), words, PageRequest.of(null, cursor)), LIST, words);
        return "people/organisations.html";
    }

    @GET
    @Path("new")
    public String form() {
        return blank(Map.of("country", "BE"));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response found(MultivaluedMap<String, String> fields) {
        TypedForm form = typed(fields);
        try {
            Snapshot founded = organisations.found(caller.get(), form.as(OrganisationRequest.class));
            return PageParts.goOn(
                    "%s/%s?done=founded".formatted(LIST, founded.members().get("id")));
        } catch (ProblemException refusal) {
            return parts.askAgain(blank(form.given()), refusal, form, OrganisationPages::read);
        }
    }

    @GET
    @Path("{id}")
    public String organisation(
            @PathParam("id") String id,
            @QueryParam("q") @DefaultValue("") String words,
            @QueryParam("cursor") @Nullable String cursor,
            @QueryParam("done") @Nullable String done) {
        parts.suggest(caller.get(), words);
        parts.tell(done);
        return shown(Ids.addressed(id), cursor, words);
    }

    @GET
    @Path("{id}/edit")
    public String edit(@PathParam("id") String id) {
        return editing(Ids.addressed(id), kept -> parts.fill(kept, Map.of()));
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        TypedForm form = typed(fields);
        try {
            organisations.amend(
                    caller.get(),
                    Ids.addressed(id),
                    form.as(OrganisationRequest.class),
                    EntityTags.of(form.value("state").orElse(null)));
            return PageParts.goOn("%s/%s?done=changed".formatted(LIST, Ids.addressed(id)));
        } catch (ProblemException refusal) {
            return parts.askAgain(
                    editing(Ids.addressed(id), kept -> parts.fill(kept, form, refusal)),
                    refusal,
                    form,
                    OrganisationPages::read);
        }
    }

    @POST
    @Path("{id}/members")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response join(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        try {
            changes.join(caller.get(), Ids.addressed(id), PageParts.chosen(fields));
            return PageParts.goOn("%s/%s?done=joined".formatted(LIST, Ids.addressed(id)));
        } catch (ProblemException refusal) {
            return parts.askAgain(shown(Ids.addressed(id), null, ""), refusal);
        }
    }

    @POST
    @Path("{id}/members/{person}/removal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response leave(@PathParam("id") String id, @PathParam("person") String person) {
        changes.leave(caller.get(), Ids.addressed(id), Ids.addressed(person));
        return PageParts.goOn("%s/%s?done=left".formatted(LIST, Ids.addressed(id)));
    }

    private String blank(Map<String, String> given) {
        parts.fill(List.of(), given);
        return offered();
    }

    private String shown(UUID id, @Nullable String cursor, String words) {
        model.show("organisation", organisations.read(caller.get(), id).members());
        model.repeat("given", Map.of());
        parts.list("members", memberships.list(caller.get(), id, PageRequest.of(null, cursor)), LIST + "/" + id, words);
        return VIEW;
    }

    /** @param form fills the form over what is kept */
    private String editing(UUID id, Consumer<List<FilteredView>> form) {
        Snapshot organisation = organisations.read(caller.get(), id);
        model.show("organisation", organisation.members());
        model.say("state", organisation.entityTag());
        form.accept(List.of(organisation.members()));
        return offered();
    }

    private String offered() {
        model.offer("types", PageParts.names(OrganisationType.values()));
        model.offer("countries", countries(page.locale()));
        return FORM;
    }

    private static void read(TypedForm form) {
        form.as(OrganisationRequest.class).over(OrganisationProfile.EMPTY);
    }

    private static TypedForm typed(MultivaluedMap<String, String> fields) {
        return new TypedForm(fields)
                .lines("name", "type", "street", "postalCode", "city", "country", "vatNumber", "phone");
    }

    /** In the order of their names in the reader's language. */
    private List<String> countries(Locale locale) {
        Comparator<Object> order = Collator.getInstance(locale);
        return Arrays.stream(Locale.getISOCountries())
                .sorted(Comparator.comparing(code -> formats.country(code, locale), order))
                .toList();
    }
}

package org.sluis.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Page;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.web.Messages;
import org.sluis.platform.web.PageModel;
import org.sluis.platform.web.PortalPage;

/** What the pages on people, organisations and teams have in common: lists, forms with complaints, and what was done. */
@RequestScoped
public class PageParts {

    private static final int UNPROCESSABLE = 422;
    private static final Set<String> DONE = Set.of(
            "invited",
            "changed",
            "disabled",
            "enabled",
            "signedOut",
            "factorReset",
            "founded",
            "joined",
            "left",
            "proposed",
            "consented",
            "declined",
            "sessionEnded");

    @Inject
    People people;

    @Inject
    PageModel model;

    @Inject
    Messages messages;

    @Inject
    PortalPage page;

    /** One page of a list under {@code name}, and where the next begins. */
    public void list(String name, Page<FilteredView> found, String address, String words) {
        model.showAll(name, found.items());
        model.say("words", words);
        model.say(
                "more",
                found.nextCursor()
                        .map(next -> UriBuilder.fromPath(address)
                                .queryParam("q", "{words}")
                                .queryParam("cursor", PageRequest.encode(next))
                                .build(words)
                                .toString())
                        .orElse(null));
    }

    /** Whom to choose from, where the reader has searched. */
    public void suggest(Caller caller, String words) {
        if (!words.isBlank()) {
            model.showAll("people", people.suggestions(caller, words));
        }
    }

    /** @throws ProblemException {@code invalid-member} where nobody was chosen */
    static UUID chosen(MultivaluedMap<String, String> fields) {
        String principal = fields.getFirst("principal");
        return Ids.parse(principal == null ? "" : principal)
                .orElseThrow(() -> ProblemException.invalid("person", "missing"));
    }

    /** What the last act came to, when the address names one that exists. */
    public void tell(@Nullable String done) {
        model.say("done", done != null && DONE.contains(done) ? done : null);
    }

    /** What stands in a form: what is kept, and over it what was typed. */
    public void fill(List<FilteredView> kept, Map<String, String> typed) {
        model.fill("given", kept, typed);
        model.repeat("before", PageModel.asFields(kept));
    }

    /** The same after a refusal. */
    public void fill(List<FilteredView> kept, TypedForm form, ProblemException refusal) {
        if (refusal.problem() == Problem.STALE) {
            fillOvertaken(kept, form);
        } else {
            fill(kept, form.given());
        }
    }

    /** For whoever was overtaken by somebody else: over what is kept stands what they changed, and where both did. */
    private void fillOvertaken(List<FilteredView> kept, TypedForm form) {
        Conflict conflict = Conflict.between(form.given(), form.before(), PageModel.asFields(kept));
        fill(kept, conflict.changed());
        model.flag("overtaken", true);
        model.flag("unsaved", !conflict.changed().isEmpty());
        model.offer("differing", conflict.fields());
        model.repeat("mine", conflict.mine());
        model.repeat("theirs", conflict.theirs());
    }

    /** A form again, with what was typed and what is wrong with it. */
    public Response askAgain(String view, ProblemException refusal) {
        if (refusal.problem() == Problem.STALE) {
            return Response.status(refusal.problem().status()).entity(view).build();
        }
        complain(List.of(refusal));
        return Response.status(UNPROCESSABLE).entity(view).build();
    }

    /** The same with everything that is wrong with it, as {@code reading} finds it, not only what was found first. */
    public Response askAgain(String view, ProblemException refusal, TypedForm form, Consumer<TypedForm> reading) {
        if (refusal.problem() != Problem.INVALID_MEMBER) {
            return askAgain(view, refusal);
        }
        complain(form.wrong(reading, refusal));
        return Response.status(UNPROCESSABLE).entity(view).build();
    }

    private void complain(List<ProblemException> wrong) {
        Map<String, String> complaints = new LinkedHashMap<>();
        for (ProblemException refusal : wrong) {
            FieldError error = FieldError.of(refusal, messages, page.locale());
            complaints.put(error.member(), error.text());
        }
        model.complain(complaints);
    }

    public static Response goOn(String address) {
        return Response.seeOther(URI.create(address)).build();
    }

    public static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}

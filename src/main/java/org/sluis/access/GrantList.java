package org.sluis.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Caller;
import org.sluis.platform.web.PageModel;

/** Puts into a page who may do what with a document, for {@code access/grants.html} to show. */
@RequestScoped
public class GrantList {

    @Inject
    Grants grants;

    @Inject
    Access access;

    @Inject
    PageModel model;

    /** @param done what the last act came to */
    public void show(Caller caller, UUID document, @Nullable String done) {
        model.say("documentId", document.toString());
        model.showAll("grants", grants.list(caller, document));
        model.flag(
                "counting",
                access.standing(caller, document)
                        .filter(EffectiveAccess::counts)
                        .isPresent());
        model.say("done", done);
    }
}

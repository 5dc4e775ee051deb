package org.sluis.documents;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluis.access.Access;
import org.sluis.access.EffectiveAccess;
import org.sluis.access.GrantList;
import org.sluis.access.Right;
import org.sluis.inspection.Categories;
import org.sluis.inspection.CategoryView;
import org.sluis.inspection.parsing.Shape;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Page;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.security.CurrentCaller;
import org.sluis.platform.web.Messages;
import org.sluis.platform.web.PageModel;
import org.sluis.platform.web.PortalPage;

/** What the page of a document shows: its head with what the reader can do, and one of its parts. */
@RequestScoped
class DocumentParts {

    @Inject
    CurrentCaller caller;

    @Inject
    Documents documents;

    @Inject
    Access access;

    @Inject
    GrantList grants;

    @Inject
    Activity activity;

    @Inject
    Categories categories;

    @Inject
    PageModel model;

    @Inject
    Messages messages;

    @Inject
    PortalPage page;

    /** @param asked which part; the first of the reader's where there is none so called */
    void show(UUID id, FilteredView document, @Nullable String asked, PageRequest wanted) {
        Caller reader = caller.get();
        List<FilteredView> versions = documents.versions(reader, id);
        Optional<EffectiveAccess> standing = access.standing(reader, id);
        head(document, versions, standing);
        DocumentTab.Standing parts = new DocumentTab.Standing(
                isAvailable(document) && DocumentPages.covers(document, Right.VIEW),
                Shape.of(String.valueOf(document.get("mediaType"))) != Shape.NONE,
                page.isOverseer() || isSender(standing),
                page.isAdministrator() && isAvailable(document),
                Activity.isFor(reader));
        DocumentTab open = parts.open(asked);
        model.offer("tabs", DocumentTab.codes(parts.tabs()));
        model.say("tab", open.code());
        model.flag("asked", open.code().equals(asked));
        model.showAll("versions", versions);
        model.show("category", category(document).orElse(null));
        switch (open) {
            case ACCESS -> grants.show(reader, id, null);
            case ACTIVITY -> activity(id, activity.of(reader, id, wanted));
            case PREVIEW, VERSIONS, DETAILS -> {}
        }
    }

    private void head(FilteredView document, List<FilteredView> versions, Optional<EffectiveAccess> standing) {
        boolean available = isAvailable(document);
        boolean checking = DocumentState.CHECKING.name().equals(document.get("state"));
        model.show("document", document);
        newest(document, versions);
        model.say("explanation", explanation(document));
        model.flag("downloadable", available && DocumentPages.covers(document, Right.DOWNLOAD));
        model.flag("previewable", available && DocumentPages.covers(document, Right.VIEW));
        model.flag("revisable", !checking && page.isSender() && DocumentPages.covers(document, Right.REVISE));
        model.flag("own", isSender(standing));
        model.flag(
                "grantable",
                page.isAdministrator()
                        && standing.filter(EffectiveAccess::counts).isPresent());
    }

    private void activity(UUID id, Page<FilteredView> found) {
        model.showAll("activity", found.items());
        model.say(
                "more",
                found.nextCursor()
                        .map(next -> "/portal/documents/%s?tab=%s&cursor=%s"
                                .formatted(id, DocumentTab.ACTIVITY.code(), PageRequest.encode(next)))
                        .orElse(null));
    }

    private static boolean isAvailable(FilteredView document) {
        return DocumentState.AVAILABLE.name().equals(document.get("state"));
    }

    private boolean isSender(Optional<EffectiveAccess> standing) {
        return standing.filter(found -> found.uploaderId().equals(caller.get().personId()))
                .isPresent();
    }

    /** How the newest version goes on: its check where another one is shown, and whether a copy of it can be asked for. */
    private void newest(FilteredView document, List<FilteredView> versions) {
        Optional<FilteredView> newest = versions.stream().findFirst();
        model.say(
                "newest",
                newest.map(version -> String.valueOf(version.get("version"))).orElse(null));
        model.flag("copyable", newest.filter(this::isCopyable).isPresent());
        model.show(
                "checked",
                newest.filter(version -> DocumentState.CHECKING.name().equals(version.get("state")))
                        .filter(version -> !Objects.equals(version.get("version"), document.get("version")))
                        .orElse(null));
    }

    /** Whether the reader can ask for a copy of it without what was refused. */
    boolean isCopyable(FilteredView version) {
        return page.isSender()
                && isOwn(version)
                && version.get("refusal") instanceof Map<?, ?> refusal
                && Boolean.TRUE.equals(refusal.get("copyPossible"));
    }

    private boolean isOwn(FilteredView version) {
        return version.get("uploadedBy") instanceof Map<?, ?> uploader
                && caller.get().personId().toString().equals(String.valueOf(uploader.get("id")));
    }

    /** The problem in general, of a version for which no rule is known. */
    @Nullable
    String explanation(FilteredView document) {
        Object reason = document.get("reason");
        return reason == null || document.get("refusal") != null
                ? null
                : messages.text(page.locale(), "problem.%s.detail".formatted(reason));
    }

    private Optional<FilteredView> category(FilteredView document) {
        return categories
                .named(String.valueOf(document.get("category")))
                .map(found -> FieldFilter.shown(CategoryView.of(found), Audience.of(caller.get())));
    }
}

package org.sluis.granting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sluis.access.BatchOrder;
import org.sluis.access.GivenTogether;
import org.sluis.access.GrantHints;
import org.sluis.access.GrantOrder;
import org.sluis.access.Right;
import org.sluis.documents.ChosenDocument;
import org.sluis.documents.ChosenDocuments;
import org.sluis.kernel.Caller;
import org.sluis.people.PrincipalView;
import org.sluis.people.Principals;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.web.PageModel;

/** What the pages for giving access show: documents, people, and what an administrator should know of both together. */
@RequestScoped
class GrantingDesk {

    @Inject
    ChosenDocuments documents;

    @Inject
    Principals principals;

    @Inject
    GrantHints hints;

    @Inject
    PageModel model;

    /** Documents and people as they were chosen. */
    void show(Caller administrator, List<UUID> documentIds, List<UUID> principalIds) {
        List<ChosenDocument> chosen = documents.of(administrator, documentIds);
        model.showAll("documents", shown(administrator, chosen));
        model.showAll(
                "principals",
                shown(administrator, reviewed(administrator, chosen, principals.chosen(administrator, principalIds))));
    }

    /** Whom the words could mean, but for those who are chosen already. */
    void suggest(Caller administrator, GrantingForm form, String words) {
        if (words.isBlank()) {
            model.showAll("found", null);
            return;
        }
        List<UUID> chosen = form.principalIds();
        List<PrincipalView> found = principals.suggestions(administrator, words).stream()
                .filter(principal -> !chosen.contains(principal.id()))
                .toList();
        model.showAll(
                "found",
                shown(administrator, reviewed(administrator, documents.of(administrator, form.documents()), found)));
    }

    /** What there is to choose from besides. */
    void offer(Caller administrator) {
        model.offer("rights", Arrays.stream(Right.values()).map(Enum::name).toList());
        model.offer("reasons", hints.recentReasons(administrator));
    }

    /** Everything once more, before it is done. */
    void review(Caller administrator, BatchOrder order) {
        List<UUID> principalIds = ids(order);
        GrantOrder alike = order.grants().get(0);
        show(administrator, order.documentIds(), principalIds);
        summarise(
                administrator,
                new GrantingSummary(
                        principals.reached(administrator, principalIds),
                        order.documentIds().size(),
                        isForeign(administrator, order),
                        alike.right(),
                        alike.validUntil(),
                        alike.purpose(),
                        Optional.empty(),
                        Optional.empty()));
    }

    /** What was given, and how long it can be taken back. */
    void tell(Caller administrator, UUID grant, GivenTogether given) {
        show(administrator, given.documentIds(), given.principalIds());
        summarise(
                administrator,
                new GrantingSummary(
                        principals.reached(administrator, given.principalIds()),
                        given.documentIds().size(),
                        false,
                        given.right(),
                        given.validUntil(),
                        given.purpose(),
                        Optional.of(grant),
                        Optional.of(given.undoableUntil()).filter(until -> given.isUndoable())));
    }

    /** Whether somebody would see what another organisation sent. */
    boolean isForeign(Caller administrator, BatchOrder order) {
        List<ChosenDocument> chosen = documents.of(administrator, order.documentIds());
        return reviewed(administrator, chosen, principals.chosen(administrator, ids(order))).stream()
                .anyMatch(principal -> principal.foreign() > 0);
    }

    private List<ReviewedPrincipal> reviewed(
            Caller administrator, List<ChosenDocument> chosen, List<PrincipalView> people) {
        Map<UUID, Integer> already = hints.counted(
                administrator,
                chosen.stream().map(ChosenDocument::id).toList(),
                people.stream().map(PrincipalView::id).toList());
        return people.stream()
                .map(principal -> ReviewedPrincipal.of(principal, chosen, already.getOrDefault(principal.id(), 0)))
                .toList();
    }

    private void summarise(Caller administrator, GrantingSummary summary) {
        model.show("summary", FieldFilter.shown(summary, Audience.of(administrator)));
    }

    private static List<UUID> ids(BatchOrder order) {
        return order.grants().stream().map(GrantOrder::principalId).toList();
    }

    private static List<FilteredView> shown(Caller administrator, List<? extends Record> views) {
        return views.stream()
                .map(view -> FieldFilter.shown(view, Audience.of(administrator)))
                .toList();
    }
}

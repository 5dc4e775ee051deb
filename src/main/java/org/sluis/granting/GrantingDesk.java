package org.sluis.granting;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sluis.access.BatchOrder;
import org.sluis.access.GivenTogether;
import org.sluis.access.GrantHints;
import org.sluis.access.GrantOrder;
import org.sluis.access.HeldRight;
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
    Suggestions suggestions;

    @Inject
    UsualTime usual;

    @Inject
    PageModel model;

    /** What there is to choose from, and what is chosen. */
    void offer(Caller administrator, GrantingForm form) {
        List<ChosenDocument> chosen = documents.of(administrator, form.documents());
        model.showAll("documents", shown(administrator, chosen));
        model.showAll("principals", chosen(administrator, chosen, form.principalIds()));
        suggest(administrator, form, chosen);
        model.offer("rights", Arrays.stream(Right.values()).map(Enum::name).toList());
        model.offer("reasons", hints.recentReasons(administrator));
        model.flag("usual", usual.lastDay(chosen).filter(form.lastDay()::equals).isPresent());
    }

    /** Whom the words could mean; who is likely to be meant, where nothing is typed yet. */
    void suggest(Caller administrator, GrantingForm form) {
        suggest(administrator, form, documents.of(administrator, form.documents()));
    }

    /** Everything once more, before it is done, and what is to be asked about it. */
    Doubts review(Caller administrator, BatchOrder order) {
        List<UUID> principalIds = ids(order);
        GrantOrder alike = order.grants().get(0);
        List<ChosenDocument> chosen = documents.of(administrator, order.documentIds());
        List<ReviewedPrincipal> people = reviewed(administrator, chosen, order);
        Doubts doubts = Doubts.of(people);
        model.showAll("documents", shown(administrator, chosen));
        model.showAll("principals", shown(administrator, people));
        summarise(
                administrator,
                new GrantingSummary(
                        principals.reached(administrator, principalIds),
                        order.documentIds().size(),
                        doubts.foreign(),
                        doubts.lessening(),
                        alike.right(),
                        alike.validUntil(),
                        alike.purpose(),
                        Optional.empty(),
                        Optional.empty()));
        return doubts;
    }

    /** What should be asked before it is done. */
    Doubts doubts(Caller administrator, BatchOrder order) {
        return Doubts.of(reviewed(administrator, documents.of(administrator, order.documentIds()), order));
    }

    /** What was given, and how long it can be taken back. */
    void tell(Caller administrator, UUID grant, GivenTogether given) {
        show(administrator, given.documentIds(), given.principalIds());
        model.say(
                "left",
                String.valueOf(Math.max(
                        0,
                        Duration.between(Instant.now(), given.undoableUntil()).toMillis())));
        summarise(
                administrator,
                new GrantingSummary(
                        principals.reached(administrator, given.principalIds()),
                        given.documentIds().size(),
                        false,
                        false,
                        given.right(),
                        given.validUntil(),
                        given.purpose(),
                        Optional.of(grant),
                        Optional.of(given.undoableUntil()).filter(until -> given.isUndoable())));
    }

    /** Documents and people of an act. */
    void show(Caller administrator, List<UUID> documentIds, List<UUID> principalIds) {
        List<ChosenDocument> chosen = documents.of(administrator, documentIds);
        model.showAll("documents", shown(administrator, chosen));
        model.showAll("principals", chosen(administrator, chosen, principalIds));
    }

    private void suggest(Caller administrator, GrantingForm form, List<ChosenDocument> chosen) {
        boolean typed = !form.words().isBlank();
        List<UUID> taken = form.principalIds();
        model.showAll(
                "found",
                typed ? shown(administrator, suggestions.found(administrator, form.words(), chosen, taken)) : null);
        Suggestions.Likely likely =
                typed ? Suggestions.Likely.NOBODY : suggestions.likely(administrator, chosen, taken);
        model.showAll("recent", shown(administrator, likely.recent()));
        model.showAll("fitting", shown(administrator, likely.fitting()));
    }

    private List<FilteredView> chosen(Caller administrator, List<ChosenDocument> chosen, List<UUID> principalIds) {
        return shown(
                administrator,
                suggestions.reviewed(administrator, chosen, principals.chosen(administrator, principalIds)));
    }

    private List<ReviewedPrincipal> reviewed(Caller administrator, List<ChosenDocument> chosen, BatchOrder order) {
        List<PrincipalView> people = principals.chosen(administrator, ids(order));
        List<HeldRight> held = hints.held(administrator, order.documentIds(), ids(order));
        return ReviewedPrincipal.all(
                people, chosen, held, Optional.of(order.grants().get(0)));
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

package org.sluis.granting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sluis.access.GrantHints;
import org.sluis.access.HeldRight;
import org.sluis.documents.ChosenDocument;
import org.sluis.documents.FittingReaders;
import org.sluis.kernel.Caller;
import org.sluis.people.PrincipalView;
import org.sluis.people.Principals;

/** To whom an administrator may want to give access: those whom their words mean, or before that those who are likely. */
@ApplicationScoped
class Suggestions {

    private static final int OF_A_KIND = 5;

    @Inject
    Principals principals;

    @Inject
    GrantHints hints;

    @Inject
    FittingReaders fitting;

    /**
     * Who is likely.
     *
     * @param recent to whom this administrator gave access last
     * @param fitting who has access to documents like these, and is of no other organisation than their senders
     */
    record Likely(List<ReviewedPrincipal> recent, List<ReviewedPrincipal> fitting) {

        static final Likely NOBODY = new Likely(List.of(), List.of());
    }

    /** Whom the words mean, but for those who are chosen already. */
    List<ReviewedPrincipal> found(
            Caller administrator, String words, List<ChosenDocument> documents, List<UUID> taken) {
        List<PrincipalView> found = principals.suggestions(administrator, words).stream()
                .filter(principal -> !taken.contains(principal.id()))
                .toList();
        return reviewed(administrator, documents, found);
    }

    /** A few who are not chosen yet, and of whom at least one of the documents is still hidden. */
    Likely likely(Caller administrator, List<ChosenDocument> documents, List<UUID> taken) {
        List<UUID> recent = hints.recentPrincipals(administrator);
        Set<UUID> all = new LinkedHashSet<>(recent);
        all.addAll(fitting.of(administrator, documents));
        all.removeAll(Set.copyOf(taken));
        List<ReviewedPrincipal> open =
                reviewed(administrator, documents, principals.chosen(administrator, List.copyOf(all))).stream()
                        .filter(principal -> documents.isEmpty() || principal.held() < documents.size())
                        .toList();
        return new Likely(
                open.stream()
                        .filter(principal -> recent.contains(principal.id()))
                        .limit(OF_A_KIND)
                        .toList(),
                open.stream()
                        .filter(principal -> !recent.contains(principal.id()) && principal.foreign() == 0)
                        .limit(OF_A_KIND)
                        .toList());
    }

    /** Each with what they hold and what they are to these documents. */
    List<ReviewedPrincipal> reviewed(Caller administrator, List<ChosenDocument> documents, List<PrincipalView> people) {
        List<HeldRight> held = hints.held(
                administrator,
                documents.stream().map(ChosenDocument::id).toList(),
                people.stream().map(PrincipalView::id).toList());
        return ReviewedPrincipal.all(people, documents, held, Optional.empty());
    }
}

package org.sluis.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Page;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.Role;
import org.sluis.people.PeopleFacts;
import org.sluis.people.PeopleTrail;
import org.sluis.people.Person;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.PageRequest;

/** Proposals that wait for an answer, as those who oversee accounts see them. */
@ApplicationScoped
public class OpenProposals {

    private static final AccountAction LISTED = AccountAction.ACCOUNT_CHANGES_LISTED;

    private static final String OPEN = """
            select c, p, o from AccountChange c
            join Person o on o.id = c.orderedBy
            left join Person p on p.id = c.personId
            where c.state = :proposed
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    PeopleTrail trail;

    /** How many wait; none for those who do not oversee accounts. */
    @Transactional
    public long waiting(Caller overseer) {
        return overseer.is(Role.ADMIN) || overseer.is(Role.DPO)
                ? entities.createQuery("select count(c) from AccountChange c where c.state = :proposed", Long.class)
                        .setParameter("proposed", AccountChange.State.PROPOSED)
                        .getSingleResult()
                : 0;
    }

    @Transactional
    Page<FilteredView> list(Caller overseer, PageRequest page) {
        trail.requireOverseer(overseer, LISTED, ResourceRef.every("person"));
        List<AccountChangeView> rows = entities.createQuery(
                        OPEN + " and c.id < :below order by c.id desc", Object[].class)
                .setParameter("proposed", AccountChange.State.PROPOSED)
                .setParameter("below", page.below().orElse(Ids.TOP))
                .setMaxResults(page.limit() + 1)
                .getResultStream()
                .map(OpenProposals::view)
                .toList();
        Page<AccountChangeView> found = Page.of(rows, page.limit(), AccountChangeView::id);
        trail.done(
                overseer,
                LISTED,
                ResourceRef.every("person"),
                PeopleFacts.Listed.of(found.items().size()));
        return found.map(view -> FieldFilter.shown(view, Audience.of(overseer)));
    }

    /** @throws ProblemException {@code not-found} for what does not wait any more */
    @Transactional
    FilteredView read(Caller overseer, UUID id) {
        trail.requireOverseer(overseer, LISTED, ResourceRef.every("person"));
        AccountChangeView view = entities.createQuery(OPEN + " and c.id = :id", Object[].class)
                .setParameter("proposed", AccountChange.State.PROPOSED)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .map(OpenProposals::view)
                .orElseThrow(ProblemException::notFound);
        trail.done(overseer, LISTED, ResourceRef.person(view.personId()), PeopleFacts.Listed.UNCOUNTED);
        return FieldFilter.shown(view, Audience.of(overseer));
    }

    private static AccountChangeView view(Object[] row) {
        return AccountChangeView.of((AccountChange) row[0], Optional.ofNullable((Person) row[1]), (Person) row[2]);
    }
}

package org.sluis.people;

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
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.PageRequest;

/** Who belongs to which organisation. The account names it, so that tokens tell; the row follows at once. */
@ApplicationScoped
public class Memberships {

    private static final String MEMBERS = """
            select p from Person p
            where p.organisationId = :organisation and p.id < :below order by p.id desc
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    PeopleTrail trail;

    /** A page of the members, last registered first. */
    @Transactional
    public Page<FilteredView> list(Caller overseer, UUID organisation, PageRequest page) {
        trail.requireOverseer(overseer, PeopleAction.MEMBERS_LISTED, ResourceRef.organisation(organisation));
        existing(organisation);
        Page<Person> found = members(organisation, page);
        trail.done(
                overseer,
                PeopleAction.MEMBERS_LISTED,
                ResourceRef.organisation(organisation),
                PeopleFacts.Listed.of(found.items().size()));
        return found.map(member -> FieldFilter.shown(MemberView.of(member), Audience.of(overseer)));
    }

    private Page<Person> members(UUID organisation, PageRequest page) {
        List<Person> rows = entities.createQuery(MEMBERS, Person.class)
                .setParameter("organisation", organisation)
                .setParameter("below", page.below().orElse(Ids.TOP))
                .setMaxResults(page.limit() + 1)
                .getResultList();
        return Page.of(rows, page.limit(), Person::id);
    }

    private Organisation existing(UUID id) {
        return Optional.ofNullable(entities.find(Organisation.class, id)).orElseThrow(ProblemException::notFound);
    }
}

package org.sluis.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.sluis.kernel.Ids;
import org.sluis.people.Person;
import org.sluis.platform.rest.PageRequest;

/**
 * The people of an organisation as its own administrators see them. Whoever was invited and has not signed in yet looks the same,
 * whether an account was made or the address had one.
 */
@ApplicationScoped
class ColleagueList {

    private static final String MEMBERS = """
            select p from Person p
            where p.organisationId = :organisation and p.id < :below
              and not exists (select i from ColleagueInvitation i where i.id = p.id and i.organisationId = :organisation)
            order by p.id desc
            """;

    /** As the database orders them. */
    private static final Comparator<ColleagueView> LAST_REGISTERED_FIRST =
            Comparator.comparing(colleague -> colleague.id().toString(), Comparator.reverseOrder());

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    ColleagueInvitations invitations;

    /** A page, with one more where there are more. */
    @Transactional(TxType.MANDATORY)
    public List<ColleagueView> rows(UUID organisation, PageRequest page) {
        Stream<ColleagueView> members = entities.createQuery(MEMBERS, Person.class)
                .setParameter("organisation", organisation)
                .setParameter("below", page.below().orElse(Ids.TOP))
                .setMaxResults(page.limit() + 1)
                .getResultStream()
                .map(ColleagueView::of);
        Stream<ColleagueView> invited =
                invitations.of(organisation, page).stream().map(ColleagueView::of);
        return Stream.concat(members, invited)
                .sorted(LAST_REGISTERED_FIRST)
                .limit(page.limit() + 1L)
                .toList();
    }
}

package org.sluis.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Facts;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Page;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.platform.persistence.LikePattern;
import org.sluis.platform.persistence.UniqueViolation;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.EntityTags;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.MergePatch;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.rest.Snapshot;

/** The clients of the certification body: found, described, listed. Their people are in {@link Memberships}. */
@ApplicationScoped
public class Organisations {

    private static final String MATCHING = """
            select o from Organisation o
            where lower(o.name) like :pattern escape '\\' and o.id < :below order by o.id desc
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    PeopleTrail trail;

    /** A page of those whose name contains {@code words}, last founded first. */
    @Transactional
    public Page<FilteredView> list(Caller administrator, String words, PageRequest page) {
        trail.require(administrator, PeopleAction.ORGANISATIONS_LISTED, ResourceRef.every("organisation"));
        List<Organisation> rows = entities.createQuery(MATCHING, Organisation.class)
                .setParameter(
                        "pattern", LikePattern.containing(SearchWords.of(words).toLowerCase(Locale.ROOT)))
                .setParameter("below", page.below().orElse(Ids.TOP))
                .setMaxResults(page.limit() + 1)
                .getResultList();
        Page<Organisation> found = Page.of(rows, page.limit(), Organisation::id);
        trail.done(
                administrator,
                PeopleAction.ORGANISATIONS_LISTED,
                ResourceRef.every("organisation"),
                PeopleFacts.Listed.of(found.items().size()));
        return found.map(
                organisation -> FieldFilter.shown(OrganisationView.of(organisation), Audience.of(administrator)));
    }

    /** @throws ProblemException {@code not-found} */
    @Transactional
    public Snapshot read(Caller overseer, UUID id) {
        trail.requireOverseer(overseer, PeopleAction.ORGANISATION_VIEWED, ResourceRef.organisation(id));
        Organisation organisation = existing(id, LockModeType.NONE);
        trail.done(overseer, PeopleAction.ORGANISATION_VIEWED, ResourceRef.organisation(id), Facts.NONE);
        return Snapshot.of(OrganisationView.of(organisation), Audience.of(overseer));
    }

    /** @throws ProblemException {@code invalid-member}, {@code name-taken} */
    @Transactional
    public Snapshot found(Caller administrator, OrganisationRequest request) {
        trail.require(administrator, PeopleAction.ORGANISATION_FOUNDED, ResourceRef.every("organisation"));
        Organisation organisation = new Organisation(request.over(OrganisationProfile.EMPTY));
        requireFree(organisation.name(), organisation.id());
        entities.persist(organisation);
        write();
        trail.done(
                administrator,
                PeopleAction.ORGANISATION_FOUNDED,
                ResourceRef.organisation(organisation.id()),
                Facts.NONE);
        return Snapshot.of(OrganisationView.of(organisation), Audience.of(administrator));
    }

    /**
     * @param expected the states the change may be made to
     * @throws ProblemException {@code not-found}, {@code precondition-required}, {@code stale}, {@code invalid-member},
     *     {@code name-taken}
     */
    @Transactional
    public Snapshot amend(Caller administrator, UUID id, OrganisationRequest request, Optional<EntityTags> expected) {
        trail.require(administrator, PeopleAction.ORGANISATION_AMENDED, ResourceRef.organisation(id));
        Organisation organisation = existing(id, LockModeType.PESSIMISTIC_WRITE);
        Snapshot.requireCurrent(OrganisationView.of(organisation), expected);
        OrganisationProfile wanted = request.over(organisation.profile());
        requireFree(wanted.name(), id);
        organisation.describe(wanted);
        write();
        trail.done(
                administrator,
                PeopleAction.ORGANISATION_AMENDED,
                ResourceRef.organisation(id),
                new PeopleFacts.Amended(MergePatch.sent(request)));
        return Snapshot.of(OrganisationView.of(organisation), Audience.of(administrator));
    }

    private Organisation existing(UUID id, LockModeType lock) {
        return Optional.ofNullable(entities.find(Organisation.class, id, lock)).orElseThrow(ProblemException::notFound);
    }

    /** The name may have been free when it was looked for, and taken by now. */
    private void write() {
        try {
            entities.flush();
        } catch (PersistenceException refused) {
            throw UniqueViolation.isBehind(refused) ? new ProblemException(Problem.NAME_TAKEN) : refused;
        }
    }

    private void requireFree(String name, UUID id) {
        long others = entities.createQuery(
                        "select count(o) from Organisation o where o.name = :name and o.id <> :id", Long.class)
                .setParameter("name", name)
                .setParameter("id", id)
                .getSingleResult();
        if (others > 0) {
            throw new ProblemException(Problem.NAME_TAKEN);
        }
    }
}

package org.sluis.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Page;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.Role;
import org.sluis.kernel.SystemCaller;
import org.sluis.platform.persistence.ActsAs;
import org.sluis.platform.persistence.LikePattern;
import org.sluis.platform.persistence.ReadsTableOfUpperRoom;
import org.sluis.platform.persistence.Row;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;
import org.sluis.platform.rest.FilteredView;
import org.sluis.platform.rest.PageRequest;
import org.sluis.platform.security.CallerDirectory;
import org.sluis.platform.security.Identity;

/** Persons the portal knows: registered at their first sign-in, found by identifier or by name. */
@ApplicationScoped
@ReadsTableOfUpperRoom(
        value = "colleague_invitation",
        because = "whether a person is still waited for is asked with the person at every call: one question, not two")
public class People implements CallerDirectory {

    private static final int SUGGESTIONS = 20;

    private static final String MATCHING = """
            select p from Person p
            where (lower(p.name) like :pattern escape '\\' or lower(p.email) like :pattern escape '\\')
            """;

    private static final String BEHIND = """
            select p, o, i from Person p
            left join Organisation o on o.realmKey = :organisation
            left join ColleagueInvitation i on i.id = p.id
            where p.issuer = :issuer and p.subject = :subject
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Registration registration;

    @Inject
    Arrivals arrivals;

    @Inject
    PeopleTrail trail;

    @Override
    @Transactional
    @ActsAs(SystemCaller.REGISTRAR)
    public Optional<Caller> callerOf(Identity identity, Optional<String> address) {
        Known known = find(identity).orElseGet(() -> {
            registration.ensure(identity);
            return find(identity).orElseThrow();
        });
        Person person = known.person();
        if (person.isActive()) {
            follow(
                    person,
                    identity,
                    known.organisation().or(() -> founded(identity)).orElse(null));
        }
        if (!person.isActive() || (known.isInvited() && !arrivals.arrives(person))) {
            return Optional.empty();
        }
        return Optional.of(new Caller(
                person.id(),
                person.name(),
                identity.counting(),
                person.organisationId(),
                address,
                person.chosenLanguage()));
    }

    @Override
    @Transactional
    @ActsAs(SystemCaller.REGISTRAR)
    public void signedIn(Identity identity, Optional<String> address) {
        callerOf(identity, address).map(Caller::personId).ifPresent(registration::signsIn);
    }

    /** Whether the portal lets the account of this person in. */
    @Transactional
    public boolean isActive(UUID id) {
        return Optional.ofNullable(entities.find(Person.class, id))
                .filter(Person::isActive)
                .isPresent();
    }

    /** Whoever has something to write sees first what an administrator has written meanwhile. */
    private void follow(Person person, Identity identity, @Nullable UUID organisation) {
        if (!person.isAs(identity, organisation)) {
            entities.refresh(person, LockModeType.PESSIMISTIC_WRITE);
            person.follow(identity, organisation);
        }
    }

    /** Those of these persons that exist, as anybody sees them who was told their identifiers. */
    @Transactional
    public Map<UUID, PersonSummary> summaries(Caller reader, Collection<UUID> ids) {
        List<?> rows = entities.createNativeQuery(
                        "select id, name, email, employee, organisation_id, organisation from person_labels(cast(?1 as uuid[]))")
                .setParameter(1, Row.array(ids))
                .getResultList();
        return rows.stream()
                .map(Row::of)
                .map(People::summary)
                .collect(Collectors.toMap(PersonSummary::id, Function.identity()));
    }

    private static PersonSummary summary(Row row) {
        return new PersonSummary(
                row.id(0).orElseThrow(), row.text(1).orElseThrow(), row.text(2), row.flag(3), row.id(4), row.text(5));
    }

    /** The first few of {@link #list}, for the person picker. */
    @Transactional
    public List<FilteredView> suggestions(Caller caller, String words) {
        return list(caller, words, new PageRequest(SUGGESTIONS, Optional.empty()))
                .items();
    }

    /** One person as {@code caller} may see them, where there is such a person. */
    @Transactional
    public Optional<FilteredView> shown(Caller caller, UUID id) {
        return Optional.ofNullable(entities.find(Person.class, id))
                .map(person -> shown(caller, List.of(person)).get(0));
    }

    /**
     * A page of those whose name or e-mail contains {@code words}, last registered first, as {@code caller} may see them.
     *
     * @throws ProblemException {@code invalid-member} for words no search can be about
     */
    @Transactional
    public Page<FilteredView> list(Caller caller, String words, PageRequest page) {
        List<Person> rows = entities.createQuery(MATCHING + " and p.id < :below order by p.id desc", Person.class)
                .setParameter("pattern", pattern(SearchWords.of(words)))
                .setParameter("below", page.below().orElse(Ids.TOP))
                .setMaxResults(page.limit() + 1)
                .getResultList();
        Page<Person> found = Page.of(rows, page.limit(), Person::id);
        trail.done(
                caller,
                PeopleAction.PEOPLE_LISTED,
                ResourceRef.every("person"),
                PeopleFacts.Listed.of(found.items().size()));
        return new Page<>(shown(caller, found.items()), found.nextCursor());
    }

    private List<FilteredView> shown(Caller caller, List<Person> persons) {
        Map<UUID, String> organisations = organisationNames(persons);
        Set<UUID> invited = invited(persons);
        Map<UUID, Instant> signIns = lastSignIns(persons);
        return persons.stream()
                .map(person -> FieldFilter.shown(
                        view(person, organisations, invited, Optional.ofNullable(signIns.get(person.id()))),
                        Audience.of(caller)))
                .toList();
    }

    private static PersonView view(
            Person person, Map<UUID, String> organisations, Set<UUID> invited, Optional<Instant> lastSignIn) {
        return new PersonView(
                person.id(),
                person.name(),
                person.email(),
                person.organisationId().flatMap(id -> Optional.ofNullable(organisations.get(id))),
                person.isEmployee(),
                person.roles().stream().map(Role::claim).sorted().toList(),
                person.isActive(),
                invited.contains(person.id()),
                lastSignIn);
    }

    /** As far as the database shows them to the caller, who is an administrator then. */
    private Map<UUID, Instant> lastSignIns(List<Person> persons) {
        return persons.isEmpty()
                ? Map.of()
                : entities.createQuery("select s from LastSignIn s where s.personId in :ids", LastSignIn.class)
                        .setParameter("ids", persons.stream().map(Person::id).toList())
                        .getResultStream()
                        .collect(Collectors.toMap(LastSignIn::personId, LastSignIn::at));
    }

    /** Those of these persons whom an organisation has invited and still waits for. */
    private Set<UUID> invited(List<Person> persons) {
        return persons.isEmpty()
                ? Set.of()
                : Set.copyOf(entities.createQuery(
                                "select i.id from ColleagueInvitation i where i.id in :ids", UUID.class)
                        .setParameter("ids", persons.stream().map(Person::id).toList())
                        .getResultList());
    }

    private Map<UUID, String> organisationNames(List<Person> persons) {
        Set<UUID> ids = persons.stream()
                .flatMap(person -> person.organisationId().stream())
                .collect(Collectors.toSet());
        return ids.isEmpty()
                ? Map.of()
                : entities.createQuery("select o from Organisation o where o.id in :ids", Organisation.class)
                        .setParameter("ids", ids)
                        .getResultStream()
                        .collect(Collectors.toMap(Organisation::id, Organisation::name));
    }

    private static String pattern(String words) {
        return LikePattern.containing(words.toLowerCase(Locale.ROOT));
    }

    /** The name of the organisation that the reader belongs to, where there is one. */
    @Transactional
    public Optional<String> organisationName(Caller reader) {
        return reader.organisationId()
                .flatMap(id -> Optional.ofNullable(entities.find(Organisation.class, id)))
                .map(Organisation::name);
    }

    private Optional<Known> find(Identity identity) {
        return entities.createQuery(BEHIND, Object[].class)
                .setParameter("issuer", identity.issuer())
                .setParameter("subject", identity.subject())
                .setParameter("organisation", identity.organisation().orElse(""))
                .getResultStream()
                .findFirst()
                .map(row -> new Known(
                        (Person) row[0],
                        Optional.ofNullable((Organisation) row[1]).map(Organisation::id),
                        row[2] != null));
    }

    private Optional<UUID> founded(Identity identity) {
        return identity.organisation().flatMap(registration::organisation);
    }

    /**
     * Who stands behind an account.
     *
     * @param organisation the one it names, where that is known
     * @param isInvited whether an organisation has invited them and waits for them to sign in
     */
    private record Known(Person person, Optional<UUID> organisation, boolean isInvited) {}
}

package org.sluis.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Caller;
import org.sluis.platform.persistence.LikePattern;
import org.sluis.platform.security.CallerDirectory;
import org.sluis.platform.security.Identity;

/** Persons the portal knows: registered at their first sign-in, found by identifier or by name. */
@ApplicationScoped
public class People implements CallerDirectory {

    private static final int SUGGESTIONS = 20;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Registration registration;

    @Override
    @Transactional
    public Caller callerOf(Identity identity, Optional<String> address) {
        Person person = find(identity).orElseGet(() -> {
            registration.ensure(identity);
            return find(identity).orElseThrow();
        });
        person.follow(identity, organisationOf(identity));
        return new Caller(person.id(), person.name(), identity.roles(), person.organisationId(), address);
    }

    /** The persons of these identifiers that exist. */
    @Transactional
    public Map<UUID, PersonSummary> summaries(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery("select p from Person p where p.id in :ids", Person.class)
                .setParameter("ids", ids)
                .getResultStream()
                .map(Person::summary)
                .collect(Collectors.toMap(PersonSummary::id, Function.identity()));
    }

    /** Persons whose name or e-mail contains {@code words}, at most twenty, by name: for the person picker. */
    @Transactional
    public List<PersonSummary> search(String words) {
        return entities.createQuery("""
                        select p from Person p
                        where lower(p.name) like :pattern escape '\\' or lower(p.email) like :pattern escape '\\'
                        order by p.name, p.id
                        """, Person.class)
                .setParameter("pattern", LikePattern.containing(words.toLowerCase(java.util.Locale.ROOT)))
                .setMaxResults(SUGGESTIONS)
                .getResultStream()
                .map(Person::summary)
                .toList();
    }

    /** The name of an organisation. */
    @Transactional
    public Optional<String> organisationName(UUID id) {
        return Optional.ofNullable(entities.find(Organisation.class, id)).map(Organisation::name);
    }

    private Optional<Person> find(Identity identity) {
        return entities.createQuery(
                        "select p from Person p where p.issuer = :issuer and p.subject = :subject", Person.class)
                .setParameter("issuer", identity.issuer())
                .setParameter("subject", identity.subject())
                .getResultStream()
                .findFirst();
    }

    private @Nullable UUID organisationOf(Identity identity) {
        return identity.organisation().map(registration::organisation).orElse(null);
    }
}

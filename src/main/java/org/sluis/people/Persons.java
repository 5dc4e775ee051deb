package org.sluis.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.platform.config.Settings;

/** The rows behind administration: one person with their organisation, read or locked. */
@ApplicationScoped
public class Persons {

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Settings settings;

    /** @throws ProblemException {@code not-found} */
    @Transactional(TxType.MANDATORY)
    public Person existing(UUID id) {
        return found(id, LockModeType.NONE);
    }

    /** The same, kept from everybody else until the transaction ends. */
    @Transactional(TxType.MANDATORY)
    public Person locked(UUID id) {
        return found(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The same where the second wall shows the person to the caller. */
    @Transactional(TxType.MANDATORY)
    public Optional<Person> lockedIfShown(UUID id) {
        return Optional.ofNullable(entities.find(Person.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    /** The same; the realm must be the one that holds the account. */
    @Transactional(TxType.MANDATORY)
    public Person lockedWithAccount(UUID id) {
        return ours(locked(id));
    }

    /** The same without keeping anybody from the person. */
    @Transactional(TxType.MANDATORY)
    public Person withAccount(UUID id) {
        return ours(existing(id));
    }

    private Person ours(Person person) {
        if (!isOurs(person)) {
            throw new ProblemException(Problem.ACCOUNT_MISSING);
        }
        return person;
    }

    /** Whether the person's account is one of the realm the portal signs people in with. */
    public boolean isOurs(Person person) {
        return person.issuer().equals(settings.oidc().issuer().toString());
    }

    /** Who stands behind these accounts of that realm, by their subjects. */
    @Transactional(TxType.MANDATORY)
    public Map<String, Person> behind(List<String> subjects) {
        if (subjects.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select p from Person p where p.issuer = :issuer and p.subject in :subjects", Person.class)
                .setParameter("issuer", settings.oidc().issuer().toString())
                .setParameter("subjects", subjects)
                .getResultStream()
                .collect(Collectors.toMap(Person::subject, Function.identity()));
    }

    @Transactional(TxType.MANDATORY)
    public Optional<Organisation> organisation(Person person) {
        return person.organisationId().map(id -> entities.find(Organisation.class, id));
    }

    /** @throws ProblemException {@code invalid-member} naming {@code organisationId} */
    @Transactional(TxType.MANDATORY)
    public Organisation named(UUID id) {
        return Optional.ofNullable(entities.find(Organisation.class, id))
                .orElseThrow(() -> ProblemException.invalid("organisationId", "unknown"));
    }

    @Transactional(TxType.MANDATORY)
    public Optional<Organisation> organisation(UUID id) {
        return Optional.ofNullable(entities.find(Organisation.class, id));
    }

    @Transactional(TxType.MANDATORY)
    public PersonDetail detail(Person person) {
        return PersonDetail.of(person, profile(person), organisation(person).orElse(null));
    }

    /** All that is kept of the person, as far as the database shows it to the caller. */
    @Transactional(TxType.MANDATORY)
    public PersonProfile profile(Person person) {
        return rental(person).map(kept -> kept.over(person.profile())).orElseGet(person::profile);
    }

    @Transactional(TxType.MANDATORY)
    public void describe(Person person, PersonProfile profile) {
        person.describe(profile);
        Optional<PersonRental> kept = rental(person);
        if (!profile.saysWhatRentalNeeds()) {
            kept.ifPresent(entities::remove);
        } else {
            kept.ifPresentOrElse(
                    rental -> rental.describe(profile), () -> entities.persist(new PersonRental(person.id(), profile)));
        }
    }

    private Optional<PersonRental> rental(Person person) {
        return Optional.ofNullable(entities.find(PersonRental.class, person.id()));
    }

    /** Writes now what would be written at the end. */
    @Transactional(TxType.MANDATORY)
    public void write() {
        entities.flush();
    }

    private Person found(UUID id, LockModeType lock) {
        return Optional.ofNullable(entities.find(Person.class, id, lock)).orElseThrow(ProblemException::notFound);
    }
}

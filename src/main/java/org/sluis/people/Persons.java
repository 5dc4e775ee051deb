package org.sluis.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.SystemCaller;
import org.sluis.platform.config.Settings;
import org.sluis.platform.persistence.ActsAs;

/** The rows behind administration: one person with their organisation, read or locked. */
@ApplicationScoped
class Persons {

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

    /** Everybody with an account of that realm, when nobody asked for it. */
    @Transactional
    @ActsAs(SystemCaller.REGISTRAR)
    public List<Person> registered() {
        return ofRealm();
    }

    /** The same for an administrator. */
    @Transactional
    public List<Person> registered(Caller administrator) {
        return ofRealm();
    }

    private List<Person> ofRealm() {
        return entities.createQuery("select p from Person p where p.issuer = :issuer", Person.class)
                .setParameter("issuer", settings.oidc().issuer().toString())
                .getResultList();
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
    public PersonDetail detail(Person person) {
        return PersonDetail.of(person, organisation(person).orElse(null));
    }

    @Transactional(TxType.MANDATORY)
    public void enter(Person person) {
        entities.persist(person);
        entities.flush();
    }

    /** Writes now what would be written at the end, so that a refusal of the database comes before the realm is asked. */
    @Transactional(TxType.MANDATORY)
    public void write() {
        entities.flush();
    }

    private Person found(UUID id, LockModeType lock) {
        return Optional.ofNullable(entities.find(Person.class, id, lock)).orElseThrow(ProblemException::notFound);
    }
}

package org.sluis.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sluis.kernel.Role;
import org.sluis.kernel.SystemCaller;
import org.sluis.platform.persistence.ActsAs;
import org.sluis.platform.persistence.Row;

/**
 * Whom mails go to. Roles live with the accounts, and there is nobody to ask when nobody is signed in, so a person counts
 * as what they were when the portal last saw them. That decides who is told, never who may see.
 */
@ApplicationScoped
public class Addressees {

    private static final String BEHIND = """
            select distinct m.principal_id, m.person_id from membership m join membership own on own.person_id = m.person_id
            where m.principal_id = any (cast(string_to_array(?1, ',') as uuid[])) and m.until is null
              and own.kind = 'PERSON' and own.until is null
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    /** Everybody active who had this role when last seen. */
    @Transactional
    public List<UUID> holding(Role role) {
        List<?> rows = entities.createNativeQuery("select id from persons_last_seen_as(?1)")
                .setParameter(1, role.name())
                .getResultList();
        return rows.stream().map(row -> Row.of(row).id(0).orElseThrow()).toList();
    }

    /** Everybody who acts in each of these names: active persons, members of organisations and teams. */
    @Transactional(TxType.MANDATORY)
    public Map<UUID, Set<UUID>> behind(Set<UUID> principalIds) {
        List<?> rows = entities.createNativeQuery(BEHIND)
                .setParameter(1, principalIds.stream().map(UUID::toString).collect(Collectors.joining(",")))
                .getResultList();
        return rows.stream()
                .map(Row::of)
                .collect(Collectors.groupingBy(
                        row -> row.id(0).orElseThrow(),
                        Collectors.mapping(row -> row.id(1).orElseThrow(), Collectors.toSet())));
    }

    /** Administrators whose account was shut within the last 90 days. */
    @Transactional
    public List<UUID> administratorsShutOutLately() {
        List<?> rows = entities.createNativeQuery("select id from administrators_shut_out_lately()")
                .getResultList();
        return rows.stream().map(row -> Row.of(row).id(0).orElseThrow()).toList();
    }

    /** The person, while the account is active. */
    @Transactional
    @ActsAs(SystemCaller.MAILER)
    public Optional<Addressee> active(UUID person) {
        return found(person).filter(Person::isActive).map(Addressees::addressee);
    }

    /** The person, also without an account that is active. */
    @Transactional
    @ActsAs(SystemCaller.MAILER)
    public Optional<Addressee> known(UUID person) {
        return found(person).map(Addressees::addressee);
    }

    private Optional<Person> found(UUID person) {
        return Optional.ofNullable(entities.find(Person.class, person));
    }

    /** What a person is called. */
    @Transactional
    @ActsAs(SystemCaller.MAILER)
    public String name(UUID person) {
        return entities.find(Person.class, person).name();
    }

    /** What an organisation is called. */
    @Transactional
    @ActsAs(SystemCaller.MAILER)
    public String organisationName(UUID organisation) {
        return entities.find(Organisation.class, organisation).name();
    }

    private static Addressee addressee(Person person) {
        return new Addressee(
                person.id(),
                person.name(),
                person.email(),
                person.chosenLanguage().orElseGet(() -> Locale.forLanguageTag(person.language())));
    }
}

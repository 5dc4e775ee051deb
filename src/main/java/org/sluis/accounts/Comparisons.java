package org.sluis.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sluis.kernel.Caller;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.SystemCaller;
import org.sluis.people.PeopleTrail;
import org.sluis.people.Person;
import org.sluis.people.Persons;
import org.sluis.platform.config.Settings;
import org.sluis.platform.persistence.ActsAs;
import org.sluis.platform.persistence.Row;

/**
 * Rounds of comparison in the database: whose turn it is, what a round has met and found so far, and the last that came to its
 * end. No step holds more than a page of accounts.
 */
@ApplicationScoped
class Comparisons {

    private static final AccountAction COMPARED = AccountAction.DIRECTORY_COMPARED;

    private static final String CLAIM = """
            update directory_comparison set due_at = clock_timestamp() + cast(?1 as interval)
            where due_at <= clock_timestamp()
            """;

    private static final String MET = """
            insert into directory_seen (round, subject)
            select cast(?1 as uuid), met.subject from unnest(string_to_array(?2, ' ')) met(subject)
            on conflict do nothing
            """;

    private static final String FOUND = """
            insert into directory_drift (round, kind, person_id, account, name)
            values (cast(?1 as uuid), ?2, cast(nullif(?3, '') as uuid), ?4, ?5) on conflict do nothing
            """;

    /** Who came after the round began is not missed: their account may have been made behind its back. */
    private static final String GONE = """
            insert into directory_drift (round, kind, person_id, account, name)
            select cast(?1 as uuid), 'PERSON_WITHOUT_ACCOUNT', p.id, p.subject, p.name
            from person p
            where p.issuer = ?2 and p.active and p.id < cast(?1 as uuid) and not exists (
                select from directory_seen s where s.round = cast(?1 as uuid) and s.subject = p.subject)
            """;

    private static final String PUBLISH = """
            update directory_comparison set round = cast(?1 as uuid), compared_at = cast(?2 as timestamptz)
            where round is null or round < cast(?1 as uuid)
            """;

    private static final String COUNTS = """
            select c.compared_at, d.kind, count(d.account)
            from directory_comparison c left join directory_drift d on d.round = c.round
            where c.round is not null
            group by c.compared_at, d.kind
            """;

    private static final String FIRST = """
            select d.kind, d.person_id, d.account, d.name
            from directory_comparison c join directory_drift d on d.round = c.round
            order by d.account limit ?1
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Settings settings;

    @Inject
    Persons persons;

    @Inject
    PeopleTrail trail;

    /** Whether it is this node's turn; no other's until {@code lease} is over. */
    @Transactional
    @ActsAs(SystemCaller.ACCOUNTS)
    public boolean claim(Duration lease) {
        return entities.createNativeQuery(CLAIM)
                        .setParameter(1, lease.toString())
                        .executeUpdate()
                > 0;
    }

    /** Compares one page of accounts with the persons behind them. */
    @Transactional
    @ActsAs(SystemCaller.ACCOUNTS)
    public void compare(UUID round, List<Account> accounts) {
        entities.createNativeQuery(MET)
                .setParameter(1, round.toString())
                .setParameter(2, accounts.stream().map(Account::subject).collect(Collectors.joining(" ")))
                .executeUpdate();
        Map<String, Person> known =
                persons.behind(accounts.stream().map(Account::subject).toList());
        accounts.stream()
                .flatMap(account -> Drift.of(account, Optional.ofNullable(known.get(account.subject()))).stream())
                .forEach(drift -> enter(round, drift));
    }

    /**
     * All accounts were met: who is left has none. From now on this is what was found last, unless a round that began later has
     * ended before.
     */
    @Transactional
    @ActsAs(SystemCaller.ACCOUNTS)
    public void end(UUID round, Instant at) {
        int last = entities.createNativeQuery(PUBLISH)
                .setParameter(1, round.toString())
                .setParameter(2, at.toString())
                .executeUpdate();
        if (last > 0) {
            entities.createNativeQuery(GONE)
                    .setParameter(1, round.toString())
                    .setParameter(2, settings.oidc().issuer().toString())
                    .executeUpdate();
        }
        forgetUpTo(round, last > 0);
    }

    /** @throws ProblemException {@code role-missing} unless {@code administrator} is one */
    @Transactional
    public void require(Caller administrator) {
        trail.require(administrator, COMPARED, ResourceRef.every("person"));
    }

    /** What was found last, by whichever node. */
    @Transactional
    public Optional<Comparison> last(Caller administrator, int most) {
        trail.require(administrator, COMPARED, ResourceRef.every("person"));
        return read(most);
    }

    /** The same, after the administrator has had them compared. */
    @Transactional
    public Optional<Comparison> compared(Caller administrator, int most) {
        Optional<Comparison> found = read(most);
        trail.done(
                administrator,
                COMPARED,
                ResourceRef.every("person"),
                new AccountFacts.Compared(found.map(Comparison::total).orElse(0)));
        return found;
    }

    /** The same for the metrics of this node. */
    @Transactional
    @ActsAs(SystemCaller.ACCOUNTS)
    public Optional<Comparison> last(int most) {
        return read(most);
    }

    private Optional<Comparison> read(int most) {
        List<?> counts = entities.createNativeQuery(COUNTS).getResultList();
        if (counts.isEmpty()) {
            return Optional.empty();
        }
        Map<Drift.Kind, Long> found = new EnumMap<>(Drift.Kind.class);
        counts.stream()
                .map(Row::of)
                .forEach(row -> row.text(1).map(Drift.Kind::valueOf).ifPresent(kind -> found.put(kind, row.number(2))));
        List<?> first = entities.createNativeQuery(FIRST).setParameter(1, most).getResultList();
        return Optional.of(new Comparison(
                Row.of(counts.get(0)).instant(0).orElseThrow(),
                found,
                first.stream().map(Row::of).map(Comparisons::drift).toList()));
    }

    private void enter(UUID round, Drift drift) {
        entities.createNativeQuery(FOUND)
                .setParameter(1, round.toString())
                .setParameter(2, drift.kind().name())
                .setParameter(3, drift.person().map(UUID::toString).orElse(""))
                .setParameter(4, drift.account())
                .setParameter(5, drift.name())
                .executeUpdate();
    }

    /** Rounds that broke off too; one that is still under way elsewhere either is newer or will find that it came late. */
    private void forgetUpTo(UUID round, boolean keepFound) {
        entities.createNativeQuery("delete from directory_seen where round <= cast(?1 as uuid)")
                .setParameter(1, round.toString())
                .executeUpdate();
        entities.createNativeQuery(
                        "delete from directory_drift where round < cast(?1 as uuid) or round = cast(?1 as uuid) and not ?2")
                .setParameter(1, round.toString())
                .setParameter(2, keepFound)
                .executeUpdate();
    }

    private static Drift drift(Row row) {
        return new Drift(
                Drift.Kind.valueOf(row.text(0).orElseThrow()),
                row.id(1),
                row.text(2).orElseThrow(),
                row.text(3).orElseThrow());
    }
}

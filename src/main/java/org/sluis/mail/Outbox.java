package org.sluis.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sluis.kernel.Ids;
import org.sluis.platform.persistence.Row;

/**
 * The mails that are to be sent, in the database alone: entered in the transaction of the act, taken by whichever node
 * comes first. {@code next_attempt_at} is when the next try is due, or, while a node is at it, when its lease ends. Each
 * claim has a number; what is said under an older one changes nothing.
 */
@ApplicationScoped
public class Outbox {

    private static final String ENTER = """
            insert into notice (id, recipient_id, kind, document_id, actor_id, written_at, state, attempts, next_attempt_at)
            values (cast(?1 as uuid), cast(?2 as uuid), ?3, cast(?4 as uuid), cast(nullif(?5, '') as uuid),
                    clock_timestamp(), 'WAITING', 0, clock_timestamp())
            on conflict (recipient_id, kind, document_id, actor_id, subject_id, address) where state = 'WAITING' do nothing
            """;

    private static final String ENTER_ABOUT = """
            insert into notice (id, recipient_id, kind, subject_id, actor_id, written_at, state, attempts, next_attempt_at, address)
            values (cast(?1 as uuid), cast(?2 as uuid), ?3, cast(?4 as uuid), cast(?5 as uuid),
                    clock_timestamp(), 'WAITING', 0, clock_timestamp(), nullif(?6, ''))
            on conflict (recipient_id, kind, document_id, actor_id, subject_id, address) where state = 'WAITING' do nothing
            """;

    private static final String ENTER_NEWS = """
            insert into notice (id, recipient_id, kind, subject_id, written_at, state, attempts, next_attempt_at, due_at)
            select news.id, news.recipient, ?3, news.recipient, cast(?4 as timestamptz), 'WAITING', 0, news.due, news.due
            from (select entered.id, entered.recipient, news_due(entered.recipient, ?5) as due
                  from unnest(cast(string_to_array(?1, ',') as uuid[]), cast(string_to_array(?2, ',') as uuid[]))
                      as entered (id, recipient)
                  order by entered.recipient offset 0) news
            where news.due is not null
            on conflict (recipient_id, kind, document_id, actor_id, subject_id, address) where state = 'WAITING' do nothing
            """;

    /** One that the mailer has begun to send goes its way. */
    private static final String NEWS_AGAIN = """
            update notice waiting
            set state = case when wanted.due is null then 'WITHDRAWN' else waiting.state end,
                decided_at = case when wanted.due is null then clock_timestamp() end,
                due_at = coalesce(wanted.due, waiting.due_at),
                next_attempt_at = coalesce(wanted.due, waiting.next_attempt_at)
            from (select news_due(cast(?1 as uuid), ?2) as due) wanted
            where waiting.recipient_id = cast(?1 as uuid) and waiting.kind = ?3 and waiting.state = 'WAITING'
              and waiting.attempts = 0
            """;

    private static final String WAS_TOLD = """
            select exists (select 1 from notice
                where recipient_id = cast(?1 as uuid) and kind = ?2 and written_at > cast(?3 as timestamptz))
            """;

    private static final String CLAIM = """
            update notice set attempts = attempts + 1, claim = nextval('claim_number'),
                next_attempt_at = cast(?1 as timestamptz)
            where id in (
                select id from notice where state = 'WAITING' and next_attempt_at <= clock_timestamp()
                order by next_attempt_at limit 1 for update skip locked)
            returning id, recipient_id, kind, coalesce(document_id, subject_id), actor_id, written_at,
                coalesce(due_at, written_at), attempts, claim, address
            """;

    private static final String DECIDE = """
            update notice set state = ?3, decided_at = clock_timestamp(), fault = null, address = null
            where id = cast(?1 as uuid) and claim = ?2 and state = 'WAITING'
            """;

    private static final String POSTPONE = """
            update notice set claim = nextval('claim_number'), next_attempt_at = cast(?3 as timestamptz), fault = ?4
            where id = cast(?1 as uuid) and claim = ?2 and state = 'WAITING'
            """;

    private static final String GIVE_UP = """
            update notice set state = 'GIVEN_UP', decided_at = clock_timestamp(), fault = ?3
            where id = cast(?1 as uuid) and claim = ?2 and state = 'WAITING'
            """;

    private static final String LATE = """
            select exists (
                select from notice
                where state = 'WAITING' and coalesce(due_at, written_at) < clock_timestamp() - interval '15 minutes')
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    /** Whether a mail has been waiting for longer than a relay that works lets it. */
    @Transactional
    public boolean isLate() {
        return Row.of(entities.createNativeQuery(LATE).getSingleResult()).flag(0);
    }

    /** Enters a mail in the running transaction; one of the same that still waits is enough. */
    @Transactional(TxType.MANDATORY)
    public void enter(UUID recipient, MailKind kind, UUID document, Optional<UUID> actor) {
        entities.createNativeQuery(ENTER)
                .setParameter(1, Ids.next().toString())
                .setParameter(2, recipient.toString())
                .setParameter(3, kind.name())
                .setParameter(4, document.toString())
                .setParameter(5, actor.map(UUID::toString).orElse(""))
                .executeUpdate();
    }

    /**
     * The same about a person's account, or an organisation.
     *
     * @param address where it goes instead of the recipient's own
     */
    @Transactional(TxType.MANDATORY)
    public void enterAbout(UUID recipient, MailKind kind, UUID subject, UUID actor, Optional<String> address) {
        entities.createNativeQuery(ENTER_ABOUT)
                .setParameter(1, Ids.next().toString())
                .setParameter(2, recipient.toString())
                .setParameter(3, kind.name())
                .setParameter(4, subject.toString())
                .setParameter(5, actor.toString())
                .setParameter(6, address.orElse(""))
                .executeUpdate();
    }

    /**
     * Enters news for those who want to hear any, due when they want to hear it. What waits for them already tells it too.
     *
     * @param since what happened from then on is new
     * @param zone where whoever has chosen none is
     */
    @Transactional(TxType.MANDATORY)
    public void enterNews(Collection<UUID> recipients, Instant since, ZoneId zone) {
        entities.createNativeQuery(ENTER_NEWS)
                .setParameter(1, listed(recipients.stream().map(recipient -> Ids.next())))
                .setParameter(2, listed(recipients.stream()))
                .setParameter(3, MailKind.NEWS.name())
                .setParameter(4, since.toString())
                .setParameter(5, zone.getId())
                .executeUpdate();
    }

    /** Has news that waits for somebody come when they want it from now on, or not at all. */
    @Transactional(TxType.MANDATORY)
    public void newsAgain(UUID recipient, ZoneId zone) {
        entities.createNativeQuery(NEWS_AGAIN)
                .setParameter(1, recipient.toString())
                .setParameter(2, zone.getId())
                .setParameter(3, MailKind.NEWS.name())
                .executeUpdate();
    }

    /** Whether a mail of the kind was written to them since then, of whatever document. */
    @Transactional(TxType.MANDATORY)
    public boolean wasTold(UUID recipient, MailKind kind, Instant since) {
        return (Boolean) entities.createNativeQuery(WAS_TOLD)
                .setParameter(1, recipient.toString())
                .setParameter(2, kind.name())
                .setParameter(3, since.toString())
                .getSingleResult();
    }

    /** Takes the mail that is due longest; other nodes leave it alone until {@code leaseEnd}. */
    @Transactional
    public Optional<OutboxMail> claim(Instant leaseEnd) {
        List<?> rows = entities.createNativeQuery(CLAIM)
                .setParameter(1, leaseEnd.toString())
                .getResultList();
        return rows.stream().map(Row::of).map(Outbox::notice).findFirst();
    }

    /** The relay has it. */
    @Transactional
    public void sent(OutboxMail mail) {
        decide(mail, "SENT");
    }

    /** Nobody is to be told any more. */
    @Transactional
    public void withdrawn(OutboxMail mail) {
        decide(mail, "WITHDRAWN");
    }

    /** Leaves a mail for a later attempt. */
    @Transactional
    public void postponed(OutboxMail mail, Instant next, String fault) {
        claimed(POSTPONE, mail)
                .setParameter(3, next.toString())
                .setParameter(4, fault)
                .executeUpdate();
    }

    /**
     * Keeps a mail that nobody will try any more, for the operator to see.
     *
     * @return whether the claim still held
     */
    @Transactional
    public boolean givenUp(OutboxMail mail, String fault) {
        return claimed(GIVE_UP, mail).setParameter(3, fault).executeUpdate() > 0;
    }

    private static String listed(Stream<UUID> ids) {
        return ids.map(UUID::toString).collect(Collectors.joining(","));
    }

    private void decide(OutboxMail mail, String state) {
        claimed(DECIDE, mail).setParameter(3, state).executeUpdate();
    }

    private Query claimed(String statement, OutboxMail mail) {
        return entities.createNativeQuery(statement)
                .setParameter(1, mail.id().toString())
                .setParameter(2, mail.claim());
    }

    private static OutboxMail notice(Row row) {
        return new OutboxMail(
                row.id(0).orElseThrow(),
                row.id(1).orElseThrow(),
                MailKind.valueOf(row.text(2).orElseThrow()),
                row.id(3).orElseThrow(),
                row.id(4),
                row.instant(5).orElseThrow(),
                row.instant(6).orElseThrow(),
                Math.toIntExact(row.number(7)),
                row.number(8),
                row.text(9));
    }
}

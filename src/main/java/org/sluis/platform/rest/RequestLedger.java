package org.sluis.platform.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.SystemCaller;
import org.sluis.platform.persistence.ActsAs;
import org.sluis.platform.persistence.Row;

/** Keeps for 24 hours which repeatable requests each person made, and what came of them. */
@ApplicationScoped
class RequestLedger {

    private static final int SOON_SECONDS = 2;

    /** Of a claim that was cut off nothing came, or all and no word of it: it is not held against the sender for long. */
    private static final String CLAIM = """
            insert into idempotent_request as known (person_id, key, fingerprint, claim, claimed_until)
            values (cast(?1 as uuid), ?2, ?3, cast(?4 as uuid), clock_timestamp() + interval '2 minutes')
            on conflict (person_id, key) do update
            set fingerprint = excluded.fingerprint, claim = excluded.claim, claimed_until = excluded.claimed_until,
                answer = null, made_at = clock_timestamp()
            where known.made_at < clock_timestamp() - interval '24 hours'
               or (known.answer is null and known.claimed_until < clock_timestamp()
                   and known.fingerprint = excluded.fingerprint)
            """;

    private static final String KNOWN = """
            select fingerprint, answer from idempotent_request where person_id = cast(?1 as uuid) and key = ?2
            """;

    private static final String ANSWER = """
            update idempotent_request set answer = ?3
            where person_id = cast(?1 as uuid) and claim = cast(?2 as uuid) and answer is null
            """;

    private static final String RELEASE = """
            delete from idempotent_request
            where person_id = cast(?1 as uuid) and claim = cast(?2 as uuid) and answer is null
            """;

    private static final String FORGET =
            "delete from idempotent_request where made_at < statement_timestamp() - interval '24 hours'";

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    /**
     * Says that the caller is about to do this.
     *
     * @return what came of the same request before
     * @throws ProblemException {@code key-reused} where the key stands for another request, {@code request-under-way}
     *     where this one is being done
     */
    @Transactional
    Optional<String> claim(Caller caller, RepeatableRequest request, UUID claim) {
        int claimed = entities.createNativeQuery(CLAIM)
                .setParameter(1, caller.personId().toString())
                .setParameter(2, request.key())
                .setParameter(3, request.fingerprint().hex())
                .setParameter(4, claim.toString())
                .executeUpdate();
        return claimed == 1 ? Optional.empty() : Optional.of(earlier(caller, request));
    }

    private String earlier(Caller caller, RepeatableRequest request) {
        List<?> known = entities.createNativeQuery(KNOWN)
                .setParameter(1, caller.personId().toString())
                .setParameter(2, request.key())
                .getResultList();
        Row row = known.stream().findFirst().map(Row::of).orElseThrow(RequestLedger::underWay);
        if (!row.text(0).equals(Optional.of(request.fingerprint().hex()))) {
            throw new ProblemException(Problem.KEY_REUSED);
        }
        return row.text(1).orElseThrow(RequestLedger::underWay);
    }

    /** Does it and keeps what came of it, in one transaction. */
    @Transactional
    String done(Caller caller, UUID claim, Supplier<String> act) {
        String answer = act.get();
        int kept = entities.createNativeQuery(ANSWER)
                .setParameter(1, caller.personId().toString())
                .setParameter(2, claim.toString())
                .setParameter(3, answer)
                .executeUpdate();
        if (kept == 0) {
            throw underWay();
        }
        return answer;
    }

    /** It was not done, so it may be tried again. */
    @Transactional
    void release(Caller caller, UUID claim) {
        entities.createNativeQuery(RELEASE)
                .setParameter(1, caller.personId().toString())
                .setParameter(2, claim.toString())
                .executeUpdate();
    }

    @Transactional
    @ActsAs(SystemCaller.SWEEPER)
    void forget() {
        entities.createNativeQuery(FORGET).executeUpdate();
    }

    private static ProblemException underWay() {
        return ProblemException.retryAfter(Problem.REQUEST_UNDER_WAY, SOON_SECONDS);
    }
}

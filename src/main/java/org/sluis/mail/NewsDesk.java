package org.sluis.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sluis.kernel.Ids;
import org.sluis.kernel.SystemCaller;
import org.sluis.platform.config.Settings;
import org.sluis.platform.persistence.ActsAs;
import org.sluis.platform.persistence.Row;

/** Where news is written, together with the mail that will tell it, and forgotten. */
@ApplicationScoped
public class NewsDesk {

    private static final String ENTER = """
            insert into news (id, person_id, kind, document_id, grant_id, at)
            select told.id, told.person_id, ?1, told.document_id, told.grant_id, cast(?2 as timestamptz)
            from unnest(cast(?3 as uuid[]), cast(?4 as uuid[]), cast(?5 as uuid[]), cast(?6 as uuid[]))
                told (id, person_id, document_id, grant_id)
            """;

    private static final String ENDS = "select person_id, document_id, grant_id from ends_to_tell(?1)";
    private static final String STARTS = "select person_id, document_id, grant_id from starts_to_tell(?1)";

    private static final String READERS = "select person_id from readers_to_tell(cast(?1 as uuid))";

    private static final String FOLLOW = "select news_follow(cast(?1 as uuid[]), cast(?2 as uuid[]))";

    private static final String FORGET = "delete from news where at < statement_timestamp() - interval '90 days'";

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    Outbox outbox;

    @Inject
    Settings settings;

    /**
     * Who is told of what.
     *
     * @param grantId the grant that was given, has ended or ends; none of a refusal or a version
     */
    record Told(UUID personId, UUID documentId, Optional<UUID> grantId) {}

    /** Enters news in the running transaction. */
    @Transactional(TxType.MANDATORY)
    public void enter(NewsKind kind, List<Told> told, Instant at) {
        if (told.isEmpty()) {
            return;
        }
        entities.createNativeQuery(ENTER)
                .setParameter(1, kind.name())
                .setParameter(2, at.toString())
                .setParameter(3, Row.array(told.stream().map(one -> Ids.next()).toList()))
                .setParameter(4, Row.array(told.stream().map(Told::personId).toList()))
                .setParameter(5, Row.array(told.stream().map(Told::documentId).toList()))
                .setParameter(
                        6,
                        Row.texts(told.stream()
                                .<@Nullable String>map(
                                        one -> one.grantId().map(UUID::toString).orElse(null))
                                .toList()))
                .executeUpdate();
        outbox.enterNews(told.stream().map(Told::personId).distinct().toList(), at, settings.zone());
    }

    /** Enters in the running transaction, which is the gate's, that whoever may read a document has a new version of it. */
    @Transactional(TxType.MANDATORY)
    public void enterVersion(UUID documentId, UUID uploaderId) {
        enter(
                NewsKind.NEW_VERSION,
                readers(documentId, uploaderId)
                        .map(reader -> new Told(reader, documentId, Optional.empty()))
                        .toList(),
                Instant.now());
    }

    /** Has mails tell again what was new since then: they found nothing to tell while the document was being checked. */
    @Transactional(TxType.MANDATORY)
    public void mailAgain(UUID documentId, UUID uploaderId, Instant since) {
        outbox.enterNews(readers(documentId, uploaderId).toList(), since, settings.zone());
    }

    /**
     * Has what was said of grants said of others.
     *
     * @param grants the new ones, by those that they take the place of
     */
    @Transactional(TxType.MANDATORY)
    public void follow(Map<UUID, UUID> grants) {
        List<UUID> former = List.copyOf(grants.keySet());
        entities.createNativeQuery(FOLLOW)
                .setParameter(1, Row.array(former))
                .setParameter(2, Row.array(former.stream().map(grants::get).toList()))
                .getSingleResult();
    }

    private Stream<UUID> readers(UUID documentId, UUID uploaderId) {
        List<?> readers = entities.createNativeQuery(READERS)
                .setParameter(1, documentId.toString())
                .getResultList();
        return readers.stream()
                .map(row -> Row.of(row).id(0).orElseThrow())
                .filter(reader -> !reader.equals(uploaderId));
    }

    /**
     * Tells of access that ends soon.
     *
     * @return how many were told, at most {@code most}
     */
    @Transactional
    @ActsAs(SystemCaller.MAILER)
    public int tellEnds(int most) {
        return tell(NewsKind.ENDING, ENDS, most);
    }

    /**
     * Tells of access that was given for later and has begun.
     *
     * @return how many were told, at most {@code most}
     */
    @Transactional
    @ActsAs(SystemCaller.MAILER)
    public int tellStarts(int most) {
        return tell(NewsKind.NEW_FOR_YOU, STARTS, most);
    }

    private int tell(NewsKind kind, String found, int most) {
        List<?> rows = entities.createNativeQuery(found).setParameter(1, most).getResultList();
        enter(
                kind,
                rows.stream()
                        .map(Row::of)
                        .map(row -> new Told(row.id(0).orElseThrow(), row.id(1).orElseThrow(), row.id(2)))
                        .toList(),
                Instant.now());
        return rows.size();
    }

    /** Removes what is older than people look back. */
    @Transactional
    @ActsAs(SystemCaller.MAILER)
    public void forget() {
        entities.createNativeQuery(FORGET).executeUpdate();
    }
}

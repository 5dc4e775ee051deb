package org.sluis.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.sluis.blob.EncryptedBlobs.Reserved;
import org.sluis.blob.GrowingBlob.Mark;
import org.sluis.documents.Reception.Pending;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.SystemCaller;
import org.sluis.platform.config.Settings;
import org.sluis.platform.persistence.ActsAs;
import org.sluis.platform.persistence.Row;

/** The uploads that come in pieces, each in the sight of its sender alone; what has expired is there for nobody. */
@ApplicationScoped
public class ResumableUploads {

    private static final String UNFINISHED = """
            select count(*), coalesce(sum(length), 0), min(expires_at) from resumable_upload
            where person_id = cast(?1 as uuid) and document_id is null and expires_at > clock_timestamp()
            """;

    private static final String EXPIRED = """
            delete from resumable_upload
            where id in (select id from resumable_upload
                         where expires_at <= statement_timestamp()
                           and (held_until is null or held_until < clock_timestamp())
                         order by expires_at limit ?1)
            returning blob_id, document_id
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    FullAllowance full;

    @Inject
    Settings settings;

    /**
     * An upload in the hands of one request.
     *
     * @param holder the name under which it is held
     */
    record Held(UUID id, UUID holder, long length, UploadMetadata metadata, Reserved blob, Mark mark) {}

    /**
     * @param waiting bytes of this person that wait for their verdict
     * @throws ProblemException {@code too-many-requests} where it would be too much for one person; two that begin at the
     *     same time, at whatever nodes, are asked one after the other
     */
    @Transactional
    UploadState begin(Caller sender, UploadMetadata metadata, long length, Reserved blob, long waiting) {
        entities.createNativeQuery("select id from person where id = cast(?1 as uuid) for no key update")
                .setParameter(1, sender.personId().toString())
                .getSingleResult();
        Unfinished unfinished = unfinishedSum(sender);
        Settings.Uploads most = settings.uploads();
        if (unfinished.count() >= most.atOnce() || length > most.pending() - waiting - unfinished.bytes()) {
            throw full.refusal(unfinished);
        }
        ResumableUpload upload = new ResumableUpload(
                sender.personId(), metadata, length, blob, Instant.now().plus(most.expiry()));
        entities.persist(upload);
        return UploadState.of(upload);
    }

    /**
     * What a person has announced and not finished sending.
     *
     * @param firstEnds when the first of them is forgotten
     */
    record Unfinished(long count, long bytes, Optional<Instant> firstEnds) {}

    @Transactional
    Unfinished unfinishedSum(Caller sender) {
        Row sum = Row.of(entities.createNativeQuery(UNFINISHED)
                .setParameter(1, sender.personId().toString())
                .getSingleResult());
        return new Unfinished(sum.number(0), sum.number(1), sum.instant(2));
    }

    /** What a person has begun and not finished, the oldest first. */
    @Transactional
    List<UploadState> unfinished(Caller sender, Instant now) {
        return entities.createQuery(
                        "select u from ResumableUpload u where u.personId = :person and u.documentId is null"
                                + " and u.expiresAt > :now order by u.id",
                        ResumableUpload.class)
                .setParameter("person", sender.personId())
                .setParameter("now", now)
                .getResultStream()
                .map(UploadState::of)
                .toList();
    }

    /** @throws ProblemException {@code not-found} */
    @Transactional
    UploadState state(Caller sender, UUID id) {
        return UploadState.of(find(sender, id, LockModeType.NONE));
    }

    /**
     * Takes an upload in hand; nobody else writes to it until {@code until}, or until it is released.
     *
     * @param offset where the sender wants to go on
     * @throws ProblemException {@code not-found}, {@code upload-busy}, {@code offset-mismatch}
     */
    @Transactional
    Held hold(Caller sender, UUID id, long offset, Instant until) {
        ResumableUpload upload = find(sender, id, LockModeType.PESSIMISTIC_WRITE);
        UUID holder = UUID.randomUUID();
        Optional<Reserved> blob = upload.blob();
        if (blob.isPresent() && !upload.hold(holder, Instant.now(), until)) {
            throw ReplaceableInput.busy();
        }
        if (blob.isEmpty() || upload.came() != offset) {
            throw new ProblemException(Problem.OFFSET_MISMATCH);
        }
        return new Held(id, holder, upload.length(), upload.metadata(), blob.get(), upload.mark());
    }

    /** @throws ProblemException as {@link #mark} */
    @Transactional
    void renew(Caller sender, Held held, Instant until) {
        required(sender, held).hold(held.holder(), Instant.now(), until);
    }

    /**
     * Says how much is durable now.
     *
     * @throws ProblemException {@code not-found} where the upload was ended meanwhile, {@code upload-busy} where somebody
     *     else has it in hand by now
     */
    @Transactional
    void mark(Caller sender, Held held, Mark mark) {
        required(sender, held).came(mark);
    }

    @Transactional
    void release(Caller sender, Held held) {
        Optional.ofNullable(entities.find(ResumableUpload.class, held.id(), LockModeType.PESSIMISTIC_WRITE))
                .filter(upload -> upload.isHeldBy(held.holder()))
                .ifPresent(ResumableUpload::release);
    }

    /**
     * The upload becomes a version, in one transaction with it.
     *
     * @param entrance enters the version
     */
    @Transactional
    Pending finish(Caller sender, Held held, Supplier<Pending> entrance) {
        ResumableUpload upload = required(sender, held);
        Pending version = entrance.get();
        upload.became(version);
        return version;
    }

    /**
     * Forgets an upload.
     *
     * @return the blob that is left over; none where a version has it
     */
    @Transactional
    Optional<UUID> end(Caller sender, UUID id) {
        ResumableUpload upload = find(sender, id, LockModeType.PESSIMISTIC_WRITE);
        entities.remove(upload);
        return upload.version().isPresent() ? Optional.empty() : Optional.of(upload.blobId());
    }

    /**
     * Forgets what has expired, the longest expired first.
     *
     * @param most how many at a time
     * @return a line for each: the blob that is left over, none where a version has it
     */
    @Transactional
    @ActsAs(SystemCaller.SWEEPER)
    List<Optional<UUID>> forgetExpired(int most) {
        List<?> rows = entities.createNativeQuery(EXPIRED).setParameter(1, most).getResultList();
        return rows.stream()
                .map(Row::of)
                .map(row -> row.id(1).isPresent() ? Optional.<UUID>empty() : row.id(0))
                .toList();
    }

    private ResumableUpload required(Caller sender, Held held) {
        ResumableUpload upload = find(sender, held.id(), LockModeType.PESSIMISTIC_WRITE);
        if (!upload.isHeldBy(held.holder())) {
            throw ReplaceableInput.busy();
        }
        return upload;
    }

    private ResumableUpload find(Caller sender, UUID id, LockModeType lock) {
        return Optional.ofNullable(entities.find(ResumableUpload.class, id, lock))
                .filter(upload -> upload.isOf(sender) && !upload.isOver(Instant.now()))
                .orElseThrow(ProblemException::notFound);
    }
}

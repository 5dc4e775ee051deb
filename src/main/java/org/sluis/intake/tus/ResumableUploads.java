package org.sluis.intake.tus;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.sluis.audit.Trail;
import org.sluis.blob.EncryptedBlobs.Reserved;
import org.sluis.blob.GrowingBlob.Mark;
import org.sluis.documents.Reception.Pending;
import org.sluis.documents.RemovalOrders;
import org.sluis.intake.FullAllowance;
import org.sluis.intake.IntakeAction;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Problem;
import org.sluis.kernel.ProblemException;
import org.sluis.kernel.ResourceRef;
import org.sluis.kernel.SystemCaller;
import org.sluis.platform.config.Settings;
import org.sluis.platform.persistence.ActsAs;
import org.sluis.platform.persistence.Row;
import org.sluis.quarantine.Waiting;

/** The uploads that come in pieces, each in the sight of its sender alone; what has expired is there for nobody. */
@ApplicationScoped
public class ResumableUploads {

    private static final String PENDING = """
            select count(*), coalesce(sum(length), 0) + %s, min(expires_at) from resumable_upload
            where person_id = cast(?1 as uuid) and document_id is null and expires_at > clock_timestamp()
            """.formatted(Waiting.BYTES_OF_PERSON);

    private static final String EXPIRED = """
            delete from resumable_upload
            where id in (select id from resumable_upload
                         where expires_at <= statement_timestamp()
                           and (held_until is null or held_until < clock_timestamp())
                         order by expires_at limit ?1)
            returning id, blob_id, document_id, person_id, length, came
            """;

    @PersistenceContext(unitName = "sluis")
    EntityManager entities;

    @Inject
    RemovalOrders removals;

    @Inject
    FullAllowance full;

    @Inject
    Trail trail;

    @Inject
    Settings settings;

    /**
     * An upload in the hands of one request.
     *
     * @param holder the name under which it is held
     */
    record Held(UUID id, UUID holder, long length, UploadMetadata metadata, Reserved blob, Mark mark) {}

    /**
     * @throws ProblemException {@code too-many-requests} where it would be too much for one person; two that begin at the
     *     same time, at whatever nodes, are asked one after the other
     */
    @Transactional
    UploadState begin(Caller sender, UploadMetadata metadata, long length, Reserved blob) {
        entities.createNativeQuery("select id from person where id = cast(?1 as uuid) for no key update")
                .setParameter(1, sender.personId().toString())
                .getSingleResult();
        Unfinished unfinished = unfinishedSum(sender);
        Settings.Uploads most = settings.uploads();
        if (unfinished.count() >= most.atOnce() || length > most.pending() - unfinished.pendingBytes()) {
            throw full.refusal(unfinished);
        }
        ResumableUpload upload = new ResumableUpload(
                sender.personId(), metadata, length, blob, Instant.now().plus(most.expiry()));
        entities.persist(upload);
        tell(sender, IntakeAction.UPLOAD_BEGUN, upload);
        return UploadState.of(upload);
    }

    /**
     * What a person has announced and not finished sending.
     *
     * @param pendingBytes its bytes, and those that have come and wait for their verdict
     * @param firstEnds when the first of them is forgotten
     */
    public record Unfinished(long count, long pendingBytes, Optional<Instant> firstEnds) {}

    @Transactional
    public Unfinished unfinishedSum(Caller sender) {
        Row sum = Row.of(entities.createNativeQuery(PENDING)
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

    /** @return whether it is still in the hands of that request */
    @Transactional
    boolean renew(Caller sender, Held held, Instant until) {
        Optional<ResumableUpload> upload = inHand(held);
        upload.ifPresent(mine -> mine.hold(held.holder(), Instant.now(), until));
        return upload.isPresent();
    }

    /** @throws ProblemException as {@link #mark} */
    @Transactional
    void requireInHand(Caller sender, Held held) {
        required(sender, held);
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
        inHand(held).ifPresent(ResumableUpload::release);
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
     * Forgets an upload, and orders the removal of its bytes unless a version has them.
     *
     * @throws ProblemException {@code not-found}
     */
    @Transactional
    void end(Caller sender, UUID id) {
        ResumableUpload upload = find(sender, id, LockModeType.PESSIMISTIC_WRITE);
        forget(upload);
        tell(sender, IntakeAction.UPLOAD_GIVEN_UP, upload);
    }

    /** The same where what came is lost, if it is still in the hands of that request. */
    @Transactional
    void giveUp(Caller sender, Held held) {
        inHand(held).ifPresent(upload -> {
            forget(upload);
            tell(sender, IntakeAction.UPLOAD_LOST, upload);
        });
    }

    private void tell(Caller sender, IntakeAction action, ResumableUpload upload) {
        trail.done(sender, action, resource(upload.id()), new IntakeAction.Announced(upload.length()));
    }

    private static ResourceRef resource(UUID upload) {
        return new ResourceRef("upload", Optional.of(upload));
    }

    private void forget(ResumableUpload upload) {
        entities.remove(upload);
        if (upload.version().isEmpty()) {
            removals.add(upload.blobId());
        }
    }

    /**
     * Forgets what has expired, the longest expired first. What no version has is told to the trail, and the removal of its bytes
     * ordered.
     *
     * @param most how many at a time
     * @return how many there were
     */
    @Transactional
    @ActsAs(SystemCaller.SWEEPER)
    public int forgetExpired(int most) {
        List<?> rows = entities.createNativeQuery(EXPIRED).setParameter(1, most).getResultList();
        List<Forgotten> unfinished = rows.stream()
                .map(Row::of)
                .filter(row -> row.id(2).isEmpty())
                .map(Forgotten::of)
                .toList();
        removals.addAll(unfinished.stream().map(Forgotten::blobId).toList());
        unfinished.forEach(upload -> trail.done(IntakeAction.UPLOAD_EXPIRED, resource(upload.id()), upload.facts()));
        return rows.size();
    }

    /** What {@link #EXPIRED} returns of an upload that became no version. */
    private record Forgotten(UUID id, UUID blobId, IntakeAction.Expired facts) {
        static Forgotten of(Row row) {
            return new Forgotten(
                    row.id(0).orElseThrow(),
                    row.id(1).orElseThrow(),
                    new IntakeAction.Expired(row.id(3).orElseThrow(), row.number(4), row.number(5)));
        }
    }

    /** Those of these blobs that belong to an upload which is known and not finished. */
    @Transactional
    @ActsAs(SystemCaller.SWEEPER)
    public Set<UUID> onTheirWay(Collection<UUID> blobs) {
        List<?> rows = entities.createNativeQuery("select wall_on_their_way(cast(?1 as uuid[]))")
                .setParameter(1, Row.array(blobs))
                .getResultList();
        return rows.stream().map(row -> Row.of(row).id(0).orElseThrow()).collect(Collectors.toSet());
    }

    private Optional<ResumableUpload> inHand(Held held) {
        return Optional.ofNullable(entities.find(ResumableUpload.class, held.id(), LockModeType.PESSIMISTIC_WRITE))
                .filter(upload -> upload.isHeldBy(held.holder()));
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

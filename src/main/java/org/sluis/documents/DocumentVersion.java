package org.sluis.documents;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluis.blob.StoredBlob;
import org.sluis.inspection.MalwareFinding;
import org.sluis.inspection.parsing.ContentNotice;
import org.sluis.inspection.parsing.Objection;
import org.sluis.kernel.Ids;
import org.sluis.kernel.Problem;
import org.sluis.kernel.Sha256;

/** One file of a document: its bytes in the blob store, and what the gate said of them. */
@Entity
@SuppressWarnings("UnusedVariable") // some columns are read by queries only
@Table(name = "document_version")
public class DocumentVersion {

    @Id
    private UUID id;

    @Column(name = "document_id")
    private UUID documentId;

    private int number;

    @Column(name = "file_name")
    private String fileName;

    @Column(name = "media_type")
    private @Nullable String mediaType;

    private long size;
    private String sha256;
    private @Nullable Long crc32;

    @Column(name = "blob_id")
    private UUID blobId;

    @Column(name = "wrapped_key")
    private byte @Nullable [] wrappedKey;

    @Enumerated(EnumType.STRING)
    private DocumentState state;

    private @Nullable String reason;
    private @Nullable String signature;
    private @Nullable String scanner;

    @Embedded
    private @Nullable KeptObjection objection;

    private @Nullable String notices;

    @Embedded
    private @Nullable KeptOrigin origin;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    @Column(name = "checked_at")
    private @Nullable Instant checkedAt;

    @Column(name = "sealed_until")
    private @Nullable Instant sealedUntil;

    @Column(name = "uploader_id")
    private UUID uploaderId;

    @Column(name = "uploaded_at")
    private Instant uploadedAt;

    private int attempts;
    private long claim;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    @Column(name = "waiting_since")
    private @Nullable Instant waitingSince;

    @Version
    private long revision;

    @SuppressWarnings("NullAway.Init")
    protected DocumentVersion() {}

    /**
     * The node that receives a file begins its check.
     *
     * @param nextAttemptAt when another node may take over the check should this one fall silent
     */
    DocumentVersion(UUID documentId, int number, ReceivedFile file, UUID uploaderId, Instant nextAttemptAt) {
        this.id = Ids.next();
        this.documentId = documentId;
        this.number = number;
        this.fileName = file.name();
        this.size = file.blob().size();
        this.sha256 = file.blob().sha256().hex();
        this.crc32 = file.blob().crc32().isPresent() ? file.blob().crc32().getAsLong() : null;
        this.blobId = file.blob().id();
        this.wrappedKey = file.blob().wrappedKey().bytes();
        this.state = DocumentState.CHECKING;
        this.uploaderId = uploaderId;
        this.uploadedAt = Instant.now();
        this.attempts = 1;
        this.nextAttemptAt = nextAttemptAt;
    }

    /** Says that the portal made it out of another version. */
    void madeFrom(CopyOrigin source) {
        origin = new KeptOrigin(source);
    }

    /** Out of which version the portal made it, where it did. */
    Optional<CopyOrigin> origin() {
        return Optional.ofNullable(origin).flatMap(KeptOrigin::origin);
    }

    /**
     * Every check passed on exactly these bytes.
     *
     * @return whether this changed anything: a verdict comes once
     */
    boolean release(Sha256 scanned, String detectedType, List<ContentNotice> known) {
        if (state != DocumentState.CHECKING || !scanned.equals(sha256())) {
            return false;
        }
        state = DocumentState.AVAILABLE;
        checked();
        mediaType = detectedType;
        notices = KeptNotices.written(known);
        return true;
    }

    /**
     * A check refused. The key is destroyed, so that the bytes are unreadable from now on, or kept sealed for a second look.
     *
     * @param keptUntil until when; none destroys it at once
     */
    boolean reject(Objection why, Optional<MalwareFinding> finding, Optional<Instant> keptUntil) {
        if (state != DocumentState.CHECKING) {
            return false;
        }
        checked();
        refuse(why.rule().problem());
        objection = new KeptObjection(why);
        finding.ifPresent(this::name);
        sealedUntil = keptUntil.orElse(null);
        if (keptUntil.isEmpty()) {
            wrappedKey = null;
        }
        return true;
    }

    /** The first verdict ends the sender's waiting; what two administrators have checked anew says nothing of that. */
    private void checked() {
        if (checkedAt == null) {
            checkedAt = Instant.now();
        }
    }

    private void refuse(Problem why) {
        state = DocumentState.REJECTED;
        reason = why.slug();
        decidedAt = Instant.now();
    }

    /** Two administrators lift the rule that refused it: it is checked anew, and that rule is overlooked. */
    public void reopen() {
        state = DocumentState.CHECKING;
        reason = null;
        decidedAt = null;
        sealedUntil = null;
        objection = null;
        attempts = 0;
        nextAttemptAt = Instant.now();
    }

    /**
     * Bytes that had passed are known for malware by now. The key is kept: a conviction can be wrong.
     *
     * @return whether this changed anything
     */
    public boolean recall(MalwareFinding finding) {
        if (state != DocumentState.AVAILABLE) {
            return false;
        }
        state = DocumentState.RECALLED;
        reason = Problem.MALWARE_FOUND.slug();
        decidedAt = Instant.now();
        name(finding);
        return true;
    }

    private void name(MalwareFinding finding) {
        signature = finding.signature();
        scanner = finding.scanner().orElse(null);
    }

    /** Two administrators hold the conviction for wrong. */
    public void reinstate() {
        state = DocumentState.AVAILABLE;
        reason = null;
        decidedAt = null;
        signature = null;
        scanner = null;
    }

    /**
     * An administrator gives up what waits, is sealed or was recalled: the key is destroyed.
     *
     * @return whether there was anything to give up
     */
    public boolean discard() {
        if (state == DocumentState.CHECKING) {
            refuse(Problem.DISCARDED);
        } else if (!isSealed() && (state != DocumentState.RECALLED || wrappedKey == null)) {
            return false;
        }
        wrappedKey = null;
        return true;
    }

    /** Nobody was convinced in time: the key of sealed bytes is destroyed. */
    public void unseal() {
        wrappedKey = null;
    }

    /** Whether a rule refused it, and its bytes are still there for a second look. */
    public boolean isSealed() {
        return state == DocumentState.REJECTED && wrappedKey != null;
    }

    /** Until when they are, or were. */
    public Optional<Instant> sealedUntil() {
        return Optional.ofNullable(sealedUntil);
    }

    /** The key is destroyed, so that the bytes are unreadable in every copy from now on. */
    void erase() {
        state = DocumentState.ERASED;
        wrappedKey = null;
    }

    public UUID blobId() {
        return blobId;
    }

    public UUID id() {
        return id;
    }

    public UUID documentId() {
        return documentId;
    }

    public int number() {
        return number;
    }

    String fileName() {
        return fileName;
    }

    Optional<String> mediaType() {
        return Optional.ofNullable(mediaType);
    }

    long size() {
        return size;
    }

    public Sha256 sha256() {
        return new Sha256(sha256);
    }

    public DocumentState state() {
        return state;
    }

    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    public UUID uploaderId() {
        return uploaderId;
    }

    Instant uploadedAt() {
        return uploadedAt;
    }

    int attempts() {
        return attempts;
    }

    /** The number of the claim under which it was taken up last. */
    public long claim() {
        return claim;
    }

    /** Since when its verdict is delayed because no scanner gives one. */
    Optional<Instant> waitingSince() {
        return Optional.ofNullable(waitingSince).filter(since -> state == DocumentState.CHECKING);
    }

    /** What speaks against it now and can be found wrong, where there is something left to release. */
    public Optional<Dispute> dispute() {
        if (isSealed()) {
            return objection().filter(found -> found.rule().mayBeLifted()).map(Dispute::of);
        }
        return state == DocumentState.RECALLED && wrappedKey != null
                ? Optional.ofNullable(signature).map(Dispute::of)
                : Optional.empty();
    }

    /** When it was refused or recalled; long ago for what is neither. */
    public Instant decidedAt() {
        return Optional.ofNullable(decidedAt).orElse(Instant.EPOCH);
    }

    /** Why this version was refused, where it was. */
    Optional<Problem> refusal() {
        return reason().flatMap(slug -> Arrays.stream(Problem.values())
                .filter(problem -> problem.slug().equals(slug))
                .findFirst());
    }

    /** The same with its facts, where a rule of the gate refused it. */
    Optional<Objection> objection() {
        return Optional.ofNullable(objection).flatMap(KeptObjection::objection);
    }

    /** What should be known of it. */
    List<ContentNotice> notices() {
        return KeptNotices.read(Optional.ofNullable(notices));
    }

    /** Whether its bytes may be read by whoever has the right to them. */
    boolean isReadable(Document document) {
        return document.state() == DocumentState.AVAILABLE && state == DocumentState.AVAILABLE && wrappedKey != null;
    }

    /** The readable bytes. */
    Content content() {
        return new Content(fileName, mediaType().orElseThrow(), blob().orElseThrow());
    }

    /** The bytes, as long as their key exists. */
    Optional<StoredBlob> blob() {
        return Optional.ofNullable(wrappedKey)
                .map(key -> new StoredBlob(blobId, size, sha256(), crc32(), new StoredBlob.WrappedKey(key)));
    }

    private OptionalLong crc32() {
        return crc32 == null ? OptionalLong.empty() : OptionalLong.of(crc32);
    }
}

package org.sluis.intake.tus;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sluis.blob.EncryptedBlobs.Reserved;
import org.sluis.blob.GrowingBlob.Mark;
import org.sluis.documents.Reception.Pending;
import org.sluis.kernel.Caller;
import org.sluis.kernel.Ids;

/**
 * An upload that comes in pieces. One node at a time holds it while a piece comes; when that node falls silent its hold
 * ends by the clock. With its last byte it becomes a version of a document and forgets the key of the bytes.
 */
@Entity
@Table(name = "resumable_upload")
class ResumableUpload {

    @Id
    private UUID id;

    @Column(name = "person_id")
    private UUID personId;

    private String metadata;
    private long length;
    private long came;

    @Column(name = "blob_id")
    private UUID blobId;

    @Column(name = "wrapped_key")
    private byte @Nullable [] wrappedKey;

    private byte @Nullable [] tail;

    @Column(name = "document_id")
    private @Nullable UUID documentId;

    @Column(name = "version_number")
    private @Nullable Integer versionNumber;

    @Column(name = "expires_at")
    private Instant expiresAt;

    private @Nullable UUID holder;

    @Column(name = "held_until")
    private @Nullable Instant heldUntil;

    @SuppressWarnings("NullAway.Init")
    protected ResumableUpload() {}

    ResumableUpload(UUID personId, UploadMetadata metadata, long length, Reserved blob, Instant expiresAt) {
        this.id = Ids.next();
        this.personId = personId;
        this.metadata = metadata.sent();
        this.length = length;
        this.blobId = blob.id();
        this.wrappedKey = blob.wrappedKey();
        this.expiresAt = expiresAt;
    }

    /** @return whether nobody else writes to it now */
    boolean hold(UUID by, Instant now, Instant until) {
        if (heldUntil != null && heldUntil.isAfter(now) && !by.equals(holder)) {
            return false;
        }
        holder = by;
        heldUntil = until;
        return true;
    }

    boolean isHeldBy(UUID somebody) {
        return somebody.equals(holder);
    }

    void release() {
        holder = null;
        heldUntil = null;
    }

    /** These bytes are durable. */
    void came(Mark mark) {
        came = mark.size();
        tail = mark.tail();
    }

    /** All bytes are durable, and a version has them. */
    void became(Pending version) {
        came = length;
        documentId = version.documentId();
        versionNumber = version.number();
        wrappedKey = null;
        tail = null;
        release();
    }

    boolean isOf(Caller sender) {
        return personId.equals(sender.personId());
    }

    boolean isOver(Instant now) {
        return !expiresAt.isAfter(now);
    }

    UUID id() {
        return id;
    }

    long length() {
        return length;
    }

    long came() {
        return came;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    UploadMetadata metadata() {
        return UploadMetadata.of(metadata);
    }

    UUID blobId() {
        return blobId;
    }

    /** Where the next byte goes; nowhere once all came. */
    Optional<Reserved> blob() {
        return Optional.ofNullable(wrappedKey).map(key -> new Reserved(blobId, key));
    }

    Mark mark() {
        return tail == null ? Mark.none() : new Mark(came, tail);
    }

    /** The version it became, once all came. */
    Optional<UploadState.Version> version() {
        return Optional.ofNullable(documentId)
                .map(document -> new UploadState.Version(document, Objects.requireNonNull(versionNumber)));
    }
}

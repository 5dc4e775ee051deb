package org.sluis.intake.tus;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * How far an upload in pieces has come.
 *
 * @param came bytes that are durable
 * @param version what it became; none until all bytes came
 */
public record UploadState(
        UUID id, long length, long came, UploadMetadata metadata, Instant expiresAt, Optional<Version> version) {

    /** A version of a document. */
    public record Version(UUID documentId, int number) {}

    static UploadState of(ResumableUpload upload) {
        return new UploadState(
                upload.id(), upload.length(), upload.came(), upload.metadata(), upload.expiresAt(), upload.version());
    }
}

package org.sluis.intake.tus;

import static org.sluis.platform.rest.Audience.CLIENT;
import static org.sluis.platform.rest.Audience.INSPECTOR;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.sluis.platform.rest.VisibleTo;

/**
 * An upload that stopped on its way, as its sender is told of it to go on.
 *
 * @param modified what the sender's browser said of the file, to know it again; empty where it said nothing
 * @param length bytes of the whole file
 * @param came bytes that are durable
 */
@Schema(name = "UnfinishedUpload")
public record UnfinishedUploadView(
        @VisibleTo({CLIENT, INSPECTOR}) UUID id,
        @VisibleTo({CLIENT, INSPECTOR}) String title,
        @VisibleTo({CLIENT, INSPECTOR}) String fileName,
        @VisibleTo({CLIENT, INSPECTOR}) String modified,
        @VisibleTo({CLIENT, INSPECTOR}) long length,
        @VisibleTo({CLIENT, INSPECTOR}) long came,
        @VisibleTo({CLIENT, INSPECTOR}) Instant expiresAt) {

    /** How the description of the API names the list of them. */
    @Schema(name = "UnfinishedUploadPage")
    record Page(List<UnfinishedUploadView> items, Optional<String> nextCursor) {}

    public static UnfinishedUploadView of(UploadState upload) {
        UploadMetadata metadata = upload.metadata();
        return new UnfinishedUploadView(
                upload.id(),
                Optional.ofNullable(metadata.document().title()).orElse(metadata.fileName()),
                metadata.fileName(),
                metadata.modified().orElse(""),
                upload.length(),
                upload.came(),
                upload.expiresAt());
    }
}

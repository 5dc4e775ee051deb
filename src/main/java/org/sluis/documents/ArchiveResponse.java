package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.sluis.blob.EncryptedBlobs;

/** Answers with an archive that is made while it is sent: never whole in memory, never on disk. */
@ApplicationScoped
public class ArchiveResponse {

    @Inject
    EncryptedBlobs blobs;

    @Inject
    DamageAlarm alarm;

    Response of(List<Content> contents) {
        Archive archive = new Archive(blobs, alarm, contents);
        return Response.ok(archive, "application/zip")
                .header(HttpHeaders.CONTENT_LENGTH, archive.length())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"documents.zip\"")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .build();
    }
}

package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import java.util.Set;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.platform.bodies.PacedOutput;
import org.sluis.platform.config.Settings;
import org.sluis.platform.rest.Audience;

/** Answers with an archive that is made while it is sent: never whole in memory, never on disk. */
@ApplicationScoped
public class ArchiveResponse {

    @Inject
    EncryptedBlobs blobs;

    @Inject
    DamageAlarm alarm;

    @Inject
    Checksums checksums;

    @Inject
    Settings settings;

    /** @param readers to whom the manifest is meant */
    Response of(List<Content> contents, Set<Audience> readers) {
        Archive archive = new Archive(blobs, alarm, checksums.completed(contents), readers);
        StreamingOutput paced = out -> archive.write(new PacedOutput(out, settings.downloads(), System::nanoTime));
        Response.ResponseBuilder answer = Response.ok(paced, "application/zip")
                .header(HttpHeaders.CONTENT_LENGTH, archive.length())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"documents.zip\"")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
        ConnectionClose.endTheConnection(answer);
        return answer.build();
    }
}

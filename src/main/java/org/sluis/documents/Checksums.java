package org.sluis.documents;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.documents.ContentRequest.Span;

/**
 * The CRC-32 of contents that came in before the portal kept it: whoever first fetches one in an archive has it read once
 * more, and it is kept from then on.
 */
@ApplicationScoped
public class Checksums {

    @Inject
    EncryptedBlobs blobs;

    @Inject
    DamageAlarm alarm;

    @Inject
    KeptChecksums kept;

    /** The same contents, each with its checksum. */
    List<Content> completed(List<Content> contents) {
        return contents.stream().map(this::completed).toList();
    }

    private Content completed(Content content) {
        if (content.blob().crc32().isPresent()) {
            return content;
        }
        long crc32 = computed(content);
        kept.keep(content.blob().id(), crc32);
        return content.withCrc32(crc32);
    }

    private long computed(Content content) {
        CRC32 crc32 = new CRC32();
        Span whole = new Span(0, content.blob().size() - 1);
        try (StoredContent stored = StoredContent.open(blobs, content, whole, alarm)) {
            stored.writeTo(new CheckedOutputStream(OutputStream.nullOutputStream(), crc32));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
        return crc32.getValue();
    }
}

package org.sluis.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.documents.ContentRequest.Span;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.FieldFilter;

/**
 * A ZIP of several contents, written while it is read. Members are stored: most of what is exchanged is compressed already,
 * and their headers are known before a byte is read. Its first member is {@value #MANIFEST}, which lists the SHA-256 and
 * the name of each other member as {@code sha256sum --check} reads them; for a reader who may not have the SHA-256, the
 * names.
 *
 * @param contents each with its checksum
 * @param readers to whom the manifest is meant
 */
record Archive(EncryptedBlobs blobs, DamageAlarm alarm, List<Content> contents, Set<Audience> readers) {

    static final String MANIFEST = "MANIFEST.txt";

    /** The stream is left open when anything fails: closing it would write the directory and make a torso look whole. */
    void write(OutputStream out) throws IOException {
        ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out);
        zip.setUseZip64(Zip64Mode.AsNeeded);
        List<String> names = names();
        byte[] manifest = manifest(names);
        zip.putArchiveEntry(member(MANIFEST, manifest.length, crc32(manifest)));
        zip.write(manifest);
        zip.closeArchiveEntry();
        for (int i = 0; i < contents.size(); i++) {
            Content content = contents.get(i);
            zip.putArchiveEntry(member(
                    names.get(i), content.blob().size(), content.blob().crc32().orElseThrow()));
            writeStored(content, zip);
            zip.closeArchiveEntry();
        }
        zip.finish();
        zip.flush();
    }

    /** How long the archive will be. An answer that says its length cannot be cut short unseen. */
    long length() {
        ArchiveLength length = new ArchiveLength();
        List<String> names = names();
        length.add(MANIFEST, manifest(names).length);
        for (int i = 0; i < contents.size(); i++) {
            length.add(names.get(i), contents.get(i).blob().size());
        }
        return length.total();
    }

    /** The header of a member whose bytes follow as they are. */
    static ZipArchiveEntry member(String name, long size, long crc32) {
        ZipArchiveEntry member = new ZipArchiveEntry(name);
        member.setMethod(ZipArchiveEntry.STORED);
        member.setSize(size);
        member.setCrc(crc32);
        return member;
    }

    private void writeStored(Content content, OutputStream out) throws IOException {
        Span whole = new Span(0, content.blob().size() - 1);
        try (StoredContent stored = StoredContent.open(blobs, content, whole, alarm)) {
            stored.writeTo(out);
        }
    }

    private List<String> names() {
        MemberNames names = new MemberNames(MANIFEST);
        List<String> given = new ArrayList<>();
        contents.forEach(content -> given.add(names.next(content.fileName())));
        return given;
    }

    private byte[] manifest(List<String> names) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            ManifestLine line = new ManifestLine(contents.get(i).blob().sha256().hex(), names.get(i));
            lines.append(FieldFilter.shown(line, readers).values().stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining("  ")))
                    .append('\n');
        }
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static long crc32(byte[] content) {
        CRC32 crc32 = new CRC32();
        crc32.update(content);
        return crc32.getValue();
    }
}

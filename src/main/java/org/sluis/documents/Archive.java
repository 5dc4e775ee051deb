package org.sluis.documents;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.documents.ContentRequest.Span;

/**
 * A ZIP of several contents, written while it is read. Its first member is {@value #MANIFEST}, which lists the SHA-256
 * and the name of each other member as {@code sha256sum --check} reads them.
 */
record Archive(EncryptedBlobs blobs, DamageAlarm alarm, List<Content> contents) implements StreamingOutput {

    static final String MANIFEST = "MANIFEST.txt";

    /** From this size on a member is announced with 64-bit sizes: deflating may make it larger, and 4 GiB is the end. */
    private static final long LARGE = 1L << 31;

    /** The stream is left open when anything fails: closing it would write the directory and make a torso look whole. */
    @Override
    public void write(OutputStream out) throws IOException {
        ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out);
        zip.setLevel(Deflater.BEST_SPEED);
        List<String> names = names();
        byte[] manifest = manifest(names).getBytes(StandardCharsets.UTF_8);
        begin(zip, MANIFEST, manifest.length);
        zip.write(manifest);
        zip.closeArchiveEntry();
        for (int i = 0; i < contents.size(); i++) {
            add(zip, names.get(i), contents.get(i));
        }
        zip.finish();
        zip.flush();
    }

    private void add(ZipArchiveOutputStream zip, String name, Content content) throws IOException {
        long size = content.blob().size();
        try (StoredContent stored = StoredContent.open(blobs, content, new Span(0, size - 1), alarm)) {
            begin(zip, name, size);
            stored.writeTo(zip);
            zip.closeArchiveEntry();
        }
    }

    private static void begin(ZipArchiveOutputStream zip, String name, long size) throws IOException {
        ZipArchiveEntry member = new ZipArchiveEntry(name);
        member.setSize(size);
        zip.setUseZip64(size < LARGE ? Zip64Mode.AsNeeded : Zip64Mode.Always);
        zip.putArchiveEntry(member);
    }

    private List<String> names() {
        MemberNames names = new MemberNames(MANIFEST);
        List<String> given = new ArrayList<>();
        contents.forEach(content -> given.add(names.next(content.fileName())));
        return given;
    }

    private String manifest(List<String> names) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            lines.append(contents.get(i).blob().sha256().hex())
                    .append("  ")
                    .append(names.get(i))
                    .append('\n');
        }
        return lines.toString();
    }
}

package org.sluis.documents;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.sluis.blob.EncryptedBlobs;
import org.sluis.documents.ContentRequest.Span;
import org.sluis.platform.rest.Audience;
import org.sluis.platform.rest.Concealment;

/**
 * A ZIP of several contents, written while it is read. Nothing is compressed: most of what is exchanged is already. Its
 * first member is {@value #MANIFEST}, which lists the SHA-256 and the name of each other member as
 * {@code sha256sum --check} reads them; for a reader who may not have the SHA-256, the names.
 *
 * @param readers to whom the manifest is meant
 */
record Archive(EncryptedBlobs blobs, DamageAlarm alarm, List<Content> contents, Set<Audience> readers)
        implements StreamingOutput {

    static final String MANIFEST = "MANIFEST.txt";

    /** From this size on a member is announced with 64-bit sizes: frames make it larger, and 4 GiB is the end. */
    private static final long LARGE = 1L << 31;

    /** Where the bytes of a member come from. */
    private interface Source {
        void write(Content content, OutputStream out) throws IOException;
    }

    @Override
    public void write(OutputStream out) throws IOException {
        write(out, this::stored);
    }

    /**
     * How long the archive will be: as long as one of the same shape that holds nothing but zeros, because nothing is
     * compressed. An answer that says its length cannot be cut short unseen.
     */
    long length() {
        Counter counter = new Counter();
        try {
            write(counter, Archive::zeros);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return counter.count;
    }

    /** The stream is left open when anything fails: closing it would write the directory and make a torso look whole. */
    private void write(OutputStream out, Source source) throws IOException {
        ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out);
        zip.setLevel(Deflater.NO_COMPRESSION);
        List<String> names = names();
        byte[] manifest = manifest(names).getBytes(StandardCharsets.UTF_8);
        begin(zip, MANIFEST, manifest.length);
        zip.write(manifest);
        zip.closeArchiveEntry();
        for (int i = 0; i < contents.size(); i++) {
            begin(zip, names.get(i), contents.get(i).blob().size());
            source.write(contents.get(i), zip);
            zip.closeArchiveEntry();
        }
        zip.finish();
        zip.flush();
    }

    private void stored(Content content, OutputStream out) throws IOException {
        Span whole = new Span(0, content.blob().size() - 1);
        try (StoredContent stored = StoredContent.open(blobs, content, whole, alarm)) {
            stored.writeTo(out);
        }
    }

    /** In the pieces that {@link StoredContent} writes: how they are cut decides how long their frames are. */
    private static void zeros(Content content, OutputStream out) throws IOException {
        byte[] piece = new byte[StoredContent.PIECE_BYTES];
        for (long left = content.blob().size(); left > 0; left -= piece.length) {
            out.write(piece, 0, (int) Math.min(piece.length, left));
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
            ManifestLine line = new ManifestLine(contents.get(i).blob().sha256().hex(), names.get(i));
            lines.append(Concealment.shown(line, readers).values().stream()
                            .map(String::valueOf)
                            .collect(Collectors.joining("  ")))
                    .append('\n');
        }
        return lines.toString();
    }

    /** Counts what is written and keeps nothing. */
    private static final class Counter extends OutputStream {

        private long count;

        @Override
        public void write(int one) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            count += length;
        }
    }
}

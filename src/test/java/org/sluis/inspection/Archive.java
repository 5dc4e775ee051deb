package org.sluis.inspection;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** Builds ZIP files, and damages them. */
public final class Archive {

    private final SeekableInMemoryByteChannel channel = new SeekableInMemoryByteChannel();
    private final ZipArchiveOutputStream zip = new ZipArchiveOutputStream(channel);

    public static Archive ofText(String... names) {
        Archive archive = new Archive();
        for (String name : names) {
            archive.with(name, name + "\n");
        }
        return archive;
    }

    public Archive zip64() {
        zip.setUseZip64(Zip64Mode.Always);
        return this;
    }

    public Archive with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    public Archive with(String name, byte[] content) {
        return with(name, content, ZipArchiveEntry.DEFLATED);
    }

    Archive stored(String name, byte[] content) {
        return with(name, content, ZipArchiveEntry.STORED);
    }

    private Archive with(String name, byte[] content, int method) {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        CRC32 checksum = new CRC32();
        checksum.update(content);
        entry.setMethod(method);
        entry.setSize(content.length);
        entry.setCrc(checksum.getValue());
        try {
            zip.putArchiveEntry(entry);
            zip.write(content);
            zip.closeArchiveEntry();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return this;
    }

    public byte[] bytes() {
        try {
            zip.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Arrays.copyOf(channel.array(), (int) channel.size());
    }

    /** What {@code zip} makes when it cannot go back: sizes after the bytes. */
    static byte[] streamed(String name, byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(bytes)) {
            zip.putArchiveEntry(new ZipArchiveEntry(name));
            zip.write(content);
            zip.closeArchiveEntry();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** The position of the {@code count}-th occurrence of a signature. */
    static int find(byte[] bytes, String signature, int count) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int found = -1;
        for (int seen = 0; seen < count; seen++) {
            found = text.indexOf(signature, found + 1);
        }
        return found;
    }

    /** A copy with other bytes from {@code position} on. */
    static byte[] patched(byte[] bytes, int position, int... values) {
        byte[] copy = bytes.clone();
        for (int index = 0; index < values.length; index++) {
            copy[position + index] = (byte) values[index];
        }
        return copy;
    }

    public static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}

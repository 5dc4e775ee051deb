package org.sluis.inspection.parsing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An expanded member that must be read in any order. The first megabytes stay in memory; the rest goes to a nameless
 * temporary file, enciphered with a key that exists only in this process, so that plain text never touches the disk.
 */
final class Spool implements PiecedBytes, Closeable {

    private static final int PAGE_BYTES = 64 * 1024;
    private static final int PAGES_IN_MEMORY = 256;

    private final List<byte[]> pages = new ArrayList<>();
    private final long size;
    private Optional<Overflow> overflow = Optional.empty();
    private long cachedNumber = -1;
    private byte[] cached = {};

    /** Takes in all of {@code content}. */
    Spool(InputStream content) throws IOException {
        long taken = 0;
        try {
            byte[] page = content.readNBytes(PAGE_BYTES);
            for (long number = 0; page.length > 0; number++) {
                keep(number, page);
                taken += page.length;
                page = content.readNBytes(PAGE_BYTES);
            }
        } catch (IOException | RuntimeException cut) {
            close();
            throw cut;
        }
        this.size = taken;
    }

    private void keep(long number, byte[] page) throws IOException {
        if (number < PAGES_IN_MEMORY) {
            pages.add(page);
            return;
        }
        if (overflow.isEmpty()) {
            overflow = Optional.of(new Overflow());
        }
        overflow.get().append(number, page);
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public int pieceBytes() {
        return PAGE_BYTES;
    }

    @Override
    public byte[] piece(long number) throws IOException {
        if (number < pages.size()) {
            return pages.get((int) number);
        }
        if (number != cachedNumber) {
            int length = (int) Math.min(PAGE_BYTES, size - number * PAGE_BYTES);
            cached = overflow.orElseThrow().read(number, length);
            cachedNumber = number;
        }
        return cached;
    }

    @Override
    public void close() throws IOException {
        if (overflow.isPresent()) {
            overflow.get().file.close();
        }
    }

    /** The enciphered part. The file has no name any more once it is open. */
    private static final class Overflow {

        private final PageCipher cipher = new PageCipher();
        private final FileChannel file;

        Overflow() throws IOException {
            Path named = Files.createTempFile("inspection", "");
            try {
                file = FileChannel.open(named, StandardOpenOption.READ, StandardOpenOption.WRITE);
            } finally {
                Files.delete(named);
            }
        }

        void append(long number, byte[] page) throws IOException {
            ByteBuffer sealed = ByteBuffer.wrap(cipher.apply(number, page));
            while (sealed.hasRemaining()) {
                file.write(sealed, place(number) + sealed.position());
            }
        }

        byte[] read(long number, int length) throws IOException {
            ByteBuffer sealed = ByteBuffer.allocate(length);
            while (sealed.hasRemaining()) {
                if (file.read(sealed, place(number) + sealed.position()) < 0) {
                    throw new IOException("the spool is shorter than it was");
                }
            }
            return cipher.apply(number, sealed.array());
        }

        private static long place(long number) {
            return (number - PAGES_IN_MEMORY) * PAGE_BYTES;
        }
    }
}

package org.sluis.inspection.parsing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Bytes that are made here, an expanded member or a copy, and must be read in any order. The first megabytes stay in memory; the rest goes to a nameless
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
        this(content::transferTo);
    }

    /** Takes in all that is written. */
    Spool(Writing writing) throws IOException {
        Intake intake = new Intake();
        try {
            writing.to(intake);
            intake.endPage();
        } catch (IOException | RuntimeException cut) {
            close();
            throw cut;
        }
        this.size = intake.taken;
    }

    /** Something that writes bytes in order. */
    interface Writing {
        void to(OutputStream target) throws IOException;
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

    /** Cuts what is written into pages. */
    private final class Intake extends OutputStream {

        private final byte[] page = new byte[PAGE_BYTES];
        private int filled;
        private long taken;

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            for (int done = 0; done < length; ) {
                int piece = Math.min(length - done, PAGE_BYTES - filled);
                System.arraycopy(source, offset + done, page, filled, piece);
                filled += piece;
                done += piece;
                if (filled == PAGE_BYTES) {
                    endPage();
                }
            }
        }

        void endPage() throws IOException {
            if (filled > 0) {
                keep(taken / PAGE_BYTES, Arrays.copyOf(page, filled));
                taken += filled;
                filled = 0;
            }
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

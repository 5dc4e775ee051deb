package org.sluis.inspection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import org.sluis.inspection.WindowedScan.Span;

/** A stretch of a file on its way to a scanner. What no window before it showed is added to the digest of the whole. */
final class Window implements ReadableByteChannel {

    private final SeekableByteChannel content;
    private final MessageDigest whole;
    private final long end;
    private long position;
    private long seen;

    Window(SeekableByteChannel content, Span span, MessageDigest whole) throws IOException {
        this.content = content.position(span.from());
        this.whole = whole;
        this.position = span.from();
        this.end = span.from() + span.length();
        this.seen = span.seen();
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (position == end) {
            return -1;
        }
        int start = target.position();
        int limit = target.limit();
        target.limit((int) Math.min(limit, start + end - position));
        int read;
        try {
            read = content.read(target);
        } finally {
            target.limit(limit);
        }
        if (read > 0) {
            position += read;
            digest(target, start + read);
        }
        return read;
    }

    /** The new ones of the bytes that were just read. */
    private void digest(ByteBuffer target, int endOfRead) {
        int fresh = (int) Math.max(0, position - seen);
        if (fresh > 0) {
            whole.update(target.duplicate().limit(endOfRead).position(endOfRead - fresh));
            seen = position;
        }
    }

    /** Whether all of it was read. */
    boolean isComplete() {
        return position == end;
    }

    @Override
    public boolean isOpen() {
        return content.isOpen();
    }

    /** The content is closed by who opened it. */
    @Override
    public void close() {
        seen = end;
    }
}

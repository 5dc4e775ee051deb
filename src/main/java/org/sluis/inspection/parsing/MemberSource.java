package org.sluis.inspection.parsing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.util.Optional;

/** A member while it is expanded: whatever is read of it, by whomever, is sent to the scanner and counted. */
final class MemberSource implements Source, Closeable {

    private final PushbackInputStream stream;
    private final ParentPipe parent;
    private Optional<Spool> spool = Optional.empty();
    private boolean complete;

    MemberSource(InputStream expanding, ParentPipe parent, Meter meter) {
        this.parent = parent;
        this.stream = new PushbackInputStream(new Told(expanding, parent, meter), Magic.HEAD_BYTES);
    }

    byte[] head() throws IOException {
        byte[] head = stream.readNBytes(Magic.HEAD_BYTES);
        stream.unread(head);
        return head;
    }

    @Override
    public InputStream stream() {
        return stream;
    }

    @Override
    public Bytes bytes() throws IOException {
        Spool filled = new Spool(stream);
        spool = Optional.of(filled);
        end();
        return filled;
    }

    /** Sends whatever nobody needed to read. One that was spooled is complete before what lies in it begins. */
    void finish() throws IOException {
        if (spool.isEmpty()) {
            stream.transferTo(OutputStream.nullOutputStream());
            end();
        }
    }

    private void end() {
        parent.endMember();
        complete = true;
    }

    /** Whether the scanner was sent all of it. */
    boolean isComplete() {
        return complete;
    }

    @Override
    public void close() throws IOException {
        if (spool.isPresent()) {
            spool.get().close();
        }
    }

    private static final class Told extends PieceStream {

        private final InputStream expanding;
        private final ParentPipe parent;
        private final Meter meter;

        Told(InputStream expanding, ParentPipe parent, Meter meter) {
            this.expanding = expanding;
            this.parent = parent;
            this.meter = meter;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = expanding.read(target, offset, Math.min(length, Signal.MAX_BYTES));
            if (read > 0) {
                meter.expanded(read);
                parent.memberBytes(target, offset, read);
            }
            return read;
        }
    }
}

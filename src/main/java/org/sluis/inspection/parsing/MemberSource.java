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
    private final Portal portal;
    private Optional<Spool> spool = Optional.empty();
    private boolean complete;

    MemberSource(InputStream expanding, Portal portal, Meter meter) {
        this.portal = portal;
        this.stream = new PushbackInputStream(new Told(expanding, portal, meter), Magic.HEAD_BYTES);
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
        portal.endMember();
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
        private final Portal portal;
        private final Meter meter;

        Told(InputStream expanding, Portal portal, Meter meter) {
            this.expanding = expanding;
            this.portal = portal;
            this.meter = meter;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = expanding.read(target, offset, Math.min(length, Signal.MAX_BYTES));
            if (read > 0) {
                meter.expanded(read);
                portal.memberBytes(target, offset, read);
            }
            return read;
        }
    }
}

package org.sluis.inspection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.util.Arrays;
import org.sluis.inspection.parsing.Signal;

/**
 * A member's bytes on their way from the child to the scanner: exactly as many as it announced, unless it refuses the file
 * on the way.
 */
final class MemberChannel implements ReadableByteChannel {

    private final ParserSession session;
    private final ParserProcess child;
    private long left;
    private int inMessage;
    private boolean over;
    private boolean complete;

    MemberChannel(ParserSession session, ParserProcess child, long size) {
        this.session = session;
        this.child = child;
        this.left = size;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        if (inMessage == 0 && !over) {
            nextMessage();
        }
        if (over) {
            return -1;
        }
        byte[] bytes = new byte[Math.min(inMessage, target.remaining())];
        child.readFully(bytes);
        target.put(bytes);
        inMessage -= bytes.length;
        return bytes.length;
    }

    private void nextMessage() throws IOException {
        Signal signal = session.next();
        complete = signal == Signal.END && left == 0;
        over = complete || signal == Signal.REFUSED;
        if (over) {
            return;
        }
        int length = signal == Signal.DATA ? child.readInt() : -1;
        if (length <= 0 || length > Signal.MAX_BYTES || length > left) {
            throw child.lost();
        }
        inMessage = length;
        left -= length;
    }

    /** Whether all of it was read; otherwise it goes on, or the child refused the file in the middle of it. */
    boolean isComplete() {
        return complete;
    }

    /**
     * All of it, as far as it comes.
     *
     * @param size bytes it announced
     */
    byte[] readAll(int size) throws IOException {
        ByteBuffer content = ByteBuffer.allocate(size);
        while (read(content) >= 0) {
            // The last reading meets the end.
        }
        return content.hasRemaining() ? Arrays.copyOf(content.array(), content.position()) : content.array();
    }

    /** Takes what the scanner did not want. */
    void drain() throws IOException {
        ByteBuffer rest = ByteBuffer.allocate(Signal.MAX_BYTES);
        while (read(rest) >= 0) {
            rest.clear();
        }
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public void close() {
        // The pipe belongs to the child.
    }
}

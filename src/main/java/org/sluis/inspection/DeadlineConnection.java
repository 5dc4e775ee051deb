package org.sluis.inspection;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A connection on which nothing waits for ever, neither for the peer to take bytes nor for it to answer. */
final class DeadlineConnection implements AutoCloseable {

    private static final int MAX_REPLY = 1_024;

    private final SocketChannel socket;
    private final Selector selector;
    private final SelectionKey key;

    private DeadlineConnection(SocketChannel socket) throws IOException {
        this.socket = socket;
        this.selector = Selector.open();
        socket.configureBlocking(false);
        this.key = socket.register(selector, 0);
    }

    static DeadlineConnection open(InetSocketAddress address, Duration patience) throws IOException {
        SocketChannel socket = SocketChannel.open();
        try {
            socket.socket().connect(address, Math.toIntExact(patience.toMillis()));
            return new DeadlineConnection(socket);
        } catch (IOException unreachable) {
            socket.close();
            throw unreachable;
        }
    }

    /** @return whether all was taken, with no pause longer than {@code patience} */
    boolean write(ByteBuffer bytes, Duration patience) {
        try {
            while (bytes.hasRemaining()) {
                if (socket.write(bytes) == 0 && !await(SelectionKey.OP_WRITE, patience)) {
                    return false;
                }
            }
            return true;
        } catch (IOException hungUp) {
            return false;
        }
    }

    /** What the peer says until it hangs up; nothing where it is not done in time. */
    String readAll(Duration patience) {
        ByteBuffer reply = ByteBuffer.allocate(MAX_REPLY);
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (true) {
                int read = socket.read(reply);
                if (read < 0) {
                    return new String(reply.array(), 0, reply.position(), StandardCharsets.UTF_8);
                }
                Duration left = Duration.ofNanos(deadline - System.nanoTime());
                if (!reply.hasRemaining() || (read == 0 && !await(SelectionKey.OP_READ, left))) {
                    return "";
                }
            }
        } catch (IOException broken) {
            return "";
        }
    }

    private boolean await(int operation, Duration patience) throws IOException {
        if (patience.isNegative() || patience.isZero()) {
            return false;
        }
        key.interestOps(operation);
        boolean ready = selector.select(Math.max(1, patience.toMillis())) > 0;
        selector.selectedKeys().clear();
        return ready;
    }

    @Override
    public void close() throws IOException {
        selector.close();
        socket.close();
    }
}

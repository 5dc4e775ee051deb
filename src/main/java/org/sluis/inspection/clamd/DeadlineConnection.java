package org.sluis.inspection.clamd;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A connection over TCP or a Unix socket on which nothing waits for ever: neither for the peer to answer the call, nor
 * to take bytes, nor to reply.
 */
final class DeadlineConnection implements AutoCloseable {

    private static final int MAX_REPLY = 1_024;

    private final SocketChannel socket;
    private final Selector selector;
    private final SelectionKey key;
    private final ByteBuffer reply = ByteBuffer.allocate(MAX_REPLY);

    private DeadlineConnection(SocketChannel socket, Selector selector) throws IOException {
        this.socket = socket;
        this.selector = selector;
        socket.configureBlocking(false);
        this.key = socket.register(selector, 0);
    }

    /** @param address resolved anew for each connection, so that a scanner may move */
    static DeadlineConnection open(SocketAddress address, Deadline deadline) throws IOException {
        Selector selector = Selector.open();
        SocketChannel socket = socketFor(address, selector);
        try {
            DeadlineConnection connection = new DeadlineConnection(socket, selector);
            connection.connect(resolved(address), deadline);
            return connection;
        } catch (IOException unreachable) {
            selector.close();
            socket.close();
            throw unreachable;
        }
    }

    private static SocketChannel socketFor(SocketAddress address, Selector selector) throws IOException {
        try {
            return address instanceof UnixDomainSocketAddress
                    ? SocketChannel.open(StandardProtocolFamily.UNIX)
                    : SocketChannel.open().setOption(StandardSocketOptions.TCP_NODELAY, true);
        } catch (IOException none) {
            selector.close();
            throw none;
        }
    }

    private static SocketAddress resolved(SocketAddress address) throws UnknownHostException {
        if (!(address instanceof InetSocketAddress named)) {
            return address;
        }
        InetSocketAddress found = new InetSocketAddress(named.getHostString(), named.getPort());
        if (found.isUnresolved()) {
            throw new UnknownHostException(named.getHostString());
        }
        return found;
    }

    private void connect(SocketAddress address, Deadline deadline) throws IOException {
        boolean connected = socket.connect(address);
        while (!connected) {
            if (!await(SelectionKey.OP_CONNECT, deadline)) {
                throw new SocketTimeoutException("no connection in time");
            }
            connected = socket.finishConnect();
        }
    }

    /** @return whether all was taken before the deadline, with no pause longer than {@code patience} */
    boolean write(ByteBuffer bytes, Duration patience, Deadline deadline) {
        try {
            while (bytes.hasRemaining()) {
                if (socket.write(bytes) == 0 && !await(SelectionKey.OP_WRITE, deadline.orIn(patience))) {
                    return false;
                }
            }
            return true;
        } catch (IOException hungUp) {
            return false;
        }
    }

    /**
     * What the peer said before the line ended.
     *
     * @param orderly whether it hung up; otherwise the line broke, as it does where a peer leaves bytes untaken
     */
    record Reply(String text, boolean orderly) {}

    /** What the peer says until the line ends; nothing where it is not done in time or says too much. */
    Reply readAll(Deadline deadline) {
        try {
            int read = receive(deadline);
            while (read > 0) {
                read = receive(deadline);
            }
            return read < 0 ? new Reply(said(), !isReset()) : new Reply("", false);
        } catch (IOException broken) {
            return new Reply(said(), false);
        }
    }

    /**
     * Whether a peer that hung up left bytes untaken. A reset that follows the end of what it said does not show when
     * reading, but what is written then is refused; after an orderly end it is not. A Unix socket tells when reading.
     */
    private boolean isReset() throws IOException {
        return socket.getRemoteAddress() instanceof InetSocketAddress
                && !write(ByteBuffer.allocate(1), Duration.ZERO, new Deadline(System.nanoTime()));
    }

    /** One reply that ends with NUL, which stays in the answer; nothing where none comes in time. */
    String readReply(Deadline deadline) throws IOException {
        while (said().indexOf('\0') < 0) {
            int read = receive(deadline);
            if (read < 0) {
                throw new IOException("the scanner hung up");
            }
            if (read == 0) {
                return "";
            }
        }
        String all = said();
        int end = all.indexOf('\0') + 1;
        reply.flip().position(end);
        reply.compact();
        return all.substring(0, end);
    }

    /**
     * What has arrived by now, without waiting.
     *
     * @throws IOException where the peer hung up without a word
     */
    String saidAlready() throws IOException {
        if (receive(new Deadline(System.nanoTime())) < 0 && said().isEmpty()) {
            throw new IOException("the scanner hung up");
        }
        return said();
    }

    /** @return the bytes that came; 0 where none came in time or there is no room for more, −1 at the end */
    private int receive(Deadline deadline) throws IOException {
        int read = socket.read(reply);
        if (read == 0 && reply.hasRemaining() && await(SelectionKey.OP_READ, deadline)) {
            read = socket.read(reply);
        }
        return read;
    }

    private String said() {
        return new String(reply.array(), 0, reply.position(), StandardCharsets.ISO_8859_1);
    }

    private boolean await(int operation, Deadline deadline) throws IOException {
        long millis = deadline.millisLeft();
        if (millis == 0) {
            return false;
        }
        key.interestOps(operation);
        boolean ready = selector.select(millis) > 0;
        selector.selectedKeys().clear();
        return ready;
    }

    @Override
    public void close() throws IOException {
        selector.close();
        socket.close();
    }
}

package org.sluis.e2e;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;

/** An address nobody should be lured to. The operating system takes calls to it whether or not anybody looks. */
final class Bait implements AutoCloseable {

    private final ServerSocketChannel listener = ServerSocketChannel.open();

    Bait() throws IOException {
        listener.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        listener.configureBlocking(false);
    }

    String address(String scheme) {
        return "%s://127.0.0.1:%d/keys".formatted(scheme, listener.socket().getLocalPort());
    }

    /** Whether anybody has called since the last time. */
    boolean wasTaken() throws IOException {
        try (SocketChannel call = listener.accept()) {
            return call != null;
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}

package org.sluis.inspection.clamd;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.util.Map;
import org.sluis.stack.Clamd;

/** A real clamd of a test's own, set as the test wants it. */
public final class PrivateClamd implements AutoCloseable {

    private final Clamd clamd;

    PrivateClamd(Path directory, Map<String, String> settings) {
        this(directory, freePort(), settings);
    }

    private PrivateClamd(Path directory, int port, Map<String, String> settings) {
        this.clamd = new Clamd(directory, port, settings);
    }

    /** The same clamd with other settings; they count once it is started. */
    PrivateClamd set(Path directory, Map<String, String> settings) {
        return new PrivateClamd(directory, clamd.port(), settings);
    }

    PrivateClamd started() throws Exception {
        clamd.start();
        return this;
    }

    public Clamd process() {
        return clamd;
    }

    public SocketAddress address() {
        return InetSocketAddress.createUnresolved(Clamd.HOST, clamd.port());
    }

    private static int freePort() {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    @Override
    public void close() {
        clamd.stop();
    }
}

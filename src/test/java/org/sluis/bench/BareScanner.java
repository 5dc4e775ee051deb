package org.sluis.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/** The same clamd the portal asks, asked directly: the least that any portal can take. */
final class BareScanner {

    private static final int CHUNK = 1 << 17;

    private final int port;

    BareScanner(int port) {
        this.port = port;
    }

    /** @throws IllegalStateException where clamd does not call it clean */
    void scan(Path file) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                InputStream content = Files.newInputStream(file)) {
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(US_ASCII));
            byte[] chunk = new byte[CHUNK];
            for (int length = content.read(chunk); length > 0; length = content.read(chunk)) {
                out.writeInt(length);
                out.write(chunk, 0, length);
            }
            out.writeInt(0);
            String reply = new String(socket.getInputStream().readAllBytes(), US_ASCII);
            if (!reply.equals("stream: OK\0")) {
                throw new IllegalStateException(file.getFileName() + " is not clean: " + reply);
            }
        }
    }
}

package org.sluis.bench;

import fi.solita.clamav.ClamAVClient;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** The same clamd asked through clamav-client, which others would take: it sends two kilobytes at a time. */
final class StockScanner {

    private static final int PATIENCE_MILLIS = 300_000;

    private final ClamAVClient client;

    StockScanner(int port) {
        this.client = new ClamAVClient(InetAddress.getLoopbackAddress().getHostAddress(), port, PATIENCE_MILLIS);
    }

    /** @throws IllegalStateException where the client does not call it clean */
    void scan(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            if (!ClamAVClient.isCleanReply(client.scan(content))) {
                throw new IllegalStateException(file.getFileName() + " is not clean");
            }
        }
    }
}

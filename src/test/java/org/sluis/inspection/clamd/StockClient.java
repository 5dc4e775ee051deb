package org.sluis.inspection.clamd;

import fi.solita.clamav.ClamAVClient;
import fi.solita.clamav.ClamAVSizeLimitException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.time.Duration;

/** clamav-client, as an application would use it that took it from the shelf. */
final class StockClient {

    private final ClamAVClient client;

    /** @param patience between two bytes of a reply; it has no deadline for anything else */
    StockClient(InetSocketAddress address, Duration patience) {
        this.client = new ClamAVClient(address.getHostString(), address.getPort(), (int) patience.toMillis());
    }

    boolean acquits(InputStream content) {
        try {
            return ClamAVClient.isCleanReply(client.scan(content));
        } catch (IOException | ClamAVSizeLimitException noVerdict) {
            return false;
        } catch (IndexOutOfBoundsException hungUpOn) {
            // It writes the −1 bytes of an ended line into its buffer.
            return false;
        }
    }
}

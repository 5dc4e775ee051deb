package org.sluis.inspection.clamd;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A connection that stays open ({@code IDSESSION}) and asks now and then whether clamd lives. It is answered also while
 * all of clamd's threads scan. Because it breaks when the process ends, an unbroken session means the same clamd with
 * the same configuration.
 */
final class ClamdPulse implements AutoCloseable {

    private final DeadlineConnection line;
    private final Duration patience;
    private int asked;

    private ClamdPulse(DeadlineConnection line, Duration patience) {
        this.line = line;
        this.patience = patience;
    }

    /** @throws IOException where clamd does not answer the call */
    static ClamdPulse open(SocketAddress address, Duration patience) throws IOException {
        ClamdPulse pulse = new ClamdPulse(DeadlineConnection.open(address, Deadline.in(patience)), patience);
        pulse.send("zIDSESSION\0");
        return pulse;
    }

    /**
     * @return whether clamd answers in time; one that was silent for a while may answer the next time
     * @throws IOException where the session is over
     */
    boolean answers() throws IOException {
        send("zPING\0");
        asked++;
        Deadline deadline = Deadline.in(patience);
        String reply = line.readReply(deadline);
        while (!reply.isEmpty() && !reply.equals(asked + ": PONG\0")) {
            reply = line.readReply(deadline);
        }
        return !reply.isEmpty();
    }

    private void send(String command) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(command.getBytes(StandardCharsets.US_ASCII));
        if (!line.write(bytes, patience, Deadline.in(patience))) {
            throw new IOException("the scanner takes no command");
        }
    }

    @Override
    public void close() throws IOException {
        line.close();
    }
}

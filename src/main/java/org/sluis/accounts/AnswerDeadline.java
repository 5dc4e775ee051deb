package org.sluis.accounts;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.commons.io.input.BoundedInputStream;

/** Ends an answer that comes drop by drop or is endless: a time-out of the connection only ends silence. */
final class AnswerDeadline implements ClientResponseFilter {

    private static final long LARGEST = 16 * 1024 * 1024;

    private final long patience;

    AnswerDeadline(Duration patience) {
        this.patience = patience.toNanos();
    }

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext answer) throws IOException {
        answer.setEntityStream(BoundedInputStream.builder()
                .setInputStream(new Timed(answer.getEntityStream(), System.nanoTime() + patience))
                .setMaxCount(LARGEST)
                .get());
    }

    private static final class Timed extends FilterInputStream {
        private final long end;

        Timed(InputStream answer, long end) {
            super(answer);
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            requireTime();
            return super.read();
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            requireTime();
            return super.read(into, from, most);
        }

        private void requireTime() throws SocketTimeoutException {
            if (System.nanoTime() - end > 0) {
                throw new SocketTimeoutException("an answer took too long");
            }
        }
    }
}

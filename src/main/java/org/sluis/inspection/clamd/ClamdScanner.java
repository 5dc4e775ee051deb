package org.sluis.inspection.clamd;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import org.sluis.inspection.ScanVerdict;
import org.sluis.inspection.ScanVerdict.Outcome;
import org.sluis.inspection.VirusScanner;
import org.sluis.inspection.clamd.DeadlineConnection.Reply;
import org.sluis.kernel.Sha256;

/**
 * The strict adapter to one clamd's {@code zINSTREAM}. Clean is one exact reply, {@code stream: OK}, after all bytes
 * were taken and before the deadline; everything else is a conviction by name or no verdict at all.
 */
final class ClamdScanner implements VirusScanner {

    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int CHUNK_BYTES = 128 * 1024;
    private static final int LENGTH_BYTES = 4;

    private final SocketAddress address;
    private final ScanTerms terms;

    ClamdScanner(SocketAddress address, ScanTerms terms) {
        this.address = address;
        this.terms = terms;
    }

    @Override
    public ScanVerdict scan(ReadableByteChannel content, long size) throws IOException {
        Optional<DeadlineConnection> line = call();
        return line.isPresent()
                ? scan(line.get(), content, size)
                : ScanVerdict.undecided(Sha256.of(Sha256.newDigest()), "unreachable");
    }

    /** A connection on which one scan can be asked for; none where clamd does not answer the call. */
    Optional<DeadlineConnection> call() {
        try {
            return Optional.of(DeadlineConnection.open(address, Deadline.in(terms.patience())));
        } catch (IOException unreachable) {
            return Optional.empty();
        }
    }

    ScanVerdict scan(DeadlineConnection line, ReadableByteChannel content, long size) throws IOException {
        try (line) {
            return new Sending(line, content, size).verdict();
        }
    }

    /** One scan under way. */
    private final class Sending {

        private final DeadlineConnection line;
        private final ReadableByteChannel content;
        private final Deadline deadline;
        private final MessageDigest digest = Sha256.newDigest();
        private long sent;

        Sending(DeadlineConnection line, ReadableByteChannel content, long size) {
            this.line = line;
            this.content = content;
            this.deadline = terms.deadline(size);
        }

        ScanVerdict verdict() throws IOException {
            boolean allTaken = send();
            Sha256 scanned = Sha256.of(digest);
            if (sent > terms.limit()) {
                return new ScanVerdict(Outcome.OVERSIZE, scanned, "more than " + terms.limit() + " bytes");
            }
            return read(line.readAll(terms.deadline(sent)), allTaken, scanned);
        }

        /** @return whether clamd took everything; it may hang up early, and then its reply is still read */
        private boolean send() throws IOException {
            ByteBuffer chunk = ByteBuffer.allocate(LENGTH_BYTES + CHUNK_BYTES);
            boolean taken = write(ByteBuffer.wrap(COMMAND));
            while (taken && fill(chunk)) {
                int length = chunk.limit() - LENGTH_BYTES;
                sent += length;
                if (sent > terms.limit()) {
                    return false;
                }
                digest.update(chunk.array(), LENGTH_BYTES, length);
                chunk.putInt(0, length);
                taken = write(chunk);
            }
            return taken && !hasSpoken() && write(ByteBuffer.allocate(LENGTH_BYTES));
        }

        /** Whoever answers before the end has not seen the end. */
        private boolean hasSpoken() {
            try {
                return !line.saidAlready().isEmpty();
            } catch (IOException hungUp) {
                return true;
            }
        }

        private boolean fill(ByteBuffer chunk) throws IOException {
            chunk.clear().position(LENGTH_BYTES);
            int read = 0;
            while (read >= 0 && chunk.hasRemaining()) {
                read = content.read(chunk);
            }
            chunk.flip();
            return chunk.limit() > LENGTH_BYTES;
        }

        private boolean write(ByteBuffer bytes) {
            return line.write(bytes, terms.patience(), deadline);
        }
    }

    private ScanVerdict read(Reply reply, boolean allTaken, Sha256 scanned) {
        String said = reply.text();
        if (said.isEmpty()) {
            return ScanVerdict.undecided(scanned, "no reply");
        }
        if (said.indexOf('\0') != said.length() - 1) {
            return ScanVerdict.undecided(scanned, "garbled reply");
        }
        ScanVerdict verdict = ClamdReply.verdict(said.substring(0, said.length() - 1), scanned, terms.heuristics());
        boolean premature = verdict.mayAcquit() && !(allTaken && reply.orderly());
        return premature ? ScanVerdict.undecided(scanned, "a verdict before the end") : verdict;
    }
}

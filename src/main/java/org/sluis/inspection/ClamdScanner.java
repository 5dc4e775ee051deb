package org.sluis.inspection;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sluis.inspection.ScanVerdict.Outcome;
import org.sluis.kernel.Sha256;

/**
 * The strict adapter to clamd's {@code zINSTREAM}. Clean is one exact reply, {@code stream: OK}, after all bytes were
 * taken and before the deadline; everything else is a conviction by name or no verdict at all.
 */
public final class ClamdScanner implements VirusScanner {

    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final String CLEAN = "stream: OK";
    private static final Pattern FOUND = Pattern.compile("stream: (\\S{1,200}) FOUND");
    private static final int CHUNK_BYTES = 128 * 1024;
    private static final int LENGTH_BYTES = 4;
    private static final long BYTES_PER_SECOND = 5_000_000;

    private final InetSocketAddress address;
    private final Duration patience;

    /** @param patience how long clamd may stand still; for its verdict it gets more time the larger the file */
    public ClamdScanner(String host, int port, Duration patience) {
        this.address = new InetSocketAddress(host, port);
        this.patience = patience;
    }

    @Override
    public ScanVerdict scan(ReadableByteChannel content, long size) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        DeadlineConnection clamd;
        try {
            clamd = DeadlineConnection.open(address, patience);
        } catch (IOException unreachable) {
            return new ScanVerdict(Outcome.UNDECIDED, Sha256.of(digest), "unreachable");
        }
        try (clamd) {
            boolean allSent = send(clamd, content, digest);
            Sha256 scanned = Sha256.of(digest);
            return verdict(reply(clamd, size), allSent, scanned);
        }
    }

    /** @return whether clamd took everything; it may hang up early, and then its reply is still read */
    private boolean send(DeadlineConnection clamd, ReadableByteChannel content, MessageDigest digest)
            throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(LENGTH_BYTES + CHUNK_BYTES);
        boolean taken = clamd.write(ByteBuffer.wrap(COMMAND), patience);
        while (taken && fill(chunk, content)) {
            int length = chunk.limit() - LENGTH_BYTES;
            digest.update(chunk.array(), LENGTH_BYTES, length);
            chunk.putInt(0, length);
            taken = clamd.write(chunk, patience);
        }
        return taken && clamd.write(ByteBuffer.allocate(LENGTH_BYTES), patience);
    }

    private static boolean fill(ByteBuffer chunk, ReadableByteChannel content) throws IOException {
        chunk.clear().position(LENGTH_BYTES);
        int read = 0;
        while (read >= 0 && chunk.hasRemaining()) {
            read = content.read(chunk);
        }
        chunk.flip();
        return chunk.limit() > LENGTH_BYTES;
    }

    private String reply(DeadlineConnection clamd, long size) {
        return clamd.readAll(patience.plusSeconds(size / BYTES_PER_SECOND));
    }

    private static ScanVerdict verdict(String reply, boolean allSent, Sha256 scanned) {
        if (!reply.endsWith("\0") || reply.indexOf('\0') != reply.length() - 1) {
            return new ScanVerdict(Outcome.UNDECIDED, scanned, reply.isEmpty() ? "no reply" : "garbled reply");
        }
        String text = reply.substring(0, reply.length() - 1);
        Matcher found = FOUND.matcher(text);
        if (found.matches()) {
            return new ScanVerdict(Outcome.FOUND, scanned, found.group(1));
        }
        return allSent && text.equals(CLEAN)
                ? new ScanVerdict(Outcome.CLEAN, scanned, "")
                : new ScanVerdict(Outcome.UNDECIDED, scanned, "not a verdict");
    }
}

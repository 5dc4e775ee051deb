package org.sluis.inspection;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.security.MessageDigest;
import org.sluis.inspection.ScanVerdict.Outcome;
import org.sluis.kernel.Sha256;

/**
 * Has a whole file scanned. One that is longer than scanners are proven to take is sent in windows, each a scan with a
 * verdict of its own. They overlap by more than any signature is long, so that nothing hides on a border. The file is
 * clean when every window is, and the digest of the verdict is of all bytes that were sent, each once.
 */
public final class WindowedScan {

    public static final int OVERLAP_BYTES = 8 << 20;

    private final VirusScanner scanner;
    private final long window;

    /** @param window bytes that are sent as one, more than the overlap */
    public WindowedScan(VirusScanner scanner, long window) {
        this.scanner = scanner;
        this.window = window;
    }

    /** @throws IOException where the content cannot be read */
    public ScanVerdict scan(Content content, long size) throws IOException {
        if (size > window) {
            return scanned(content, size);
        }
        try (SeekableByteChannel bytes = content.open()) {
            return scanner.scan(bytes, size);
        }
    }

    private ScanVerdict scanned(Content content, long size) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        long seen = 0;
        while (seen < size) {
            long from = Math.max(0, seen - OVERLAP_BYTES);
            long length = Math.min(window, size - from);
            ScanVerdict verdict = scanned(content, new Span(from, length, seen), digest);
            if (verdict.outcome() != Outcome.CLEAN) {
                return verdict;
            }
            seen = from + length;
        }
        return new ScanVerdict(Outcome.CLEAN, Sha256.of(digest), "");
    }

    /**
     * A window.
     *
     * @param seen up to where the windows before it reached
     */
    record Span(long from, long length, long seen) {}

    private ScanVerdict scanned(Content content, Span span, MessageDigest whole) throws IOException {
        try (SeekableByteChannel bytes = content.open();
                Window window = new Window(bytes, span, whole)) {
            ScanVerdict verdict = scanner.scan(window, span.length());
            if (verdict.outcome() == Outcome.CLEAN && !window.isComplete()) {
                throw new EOFException("the content is shorter than it was");
            }
            return verdict;
        }
    }
}

package org.sluis.inspection;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.Locale;
import org.sluis.platform.health.Meters;

/** Counts scans by outcome and measures them; the scanners' own proofs are not among them. */
public final class MeasuredScanner implements VirusScanner {

    private final VirusScanner scanner;
    private final Meters meters;

    public MeasuredScanner(VirusScanner scanner, Meters meters) {
        this.scanner = scanner;
        this.meters = meters;
    }

    @Override
    public ScanVerdict scan(ReadableByteChannel content, long size) throws IOException {
        long begin = System.nanoTime();
        ScanVerdict verdict = scanner.scan(content, size);
        meters.scanned(verdict.outcome().name().toLowerCase(Locale.ROOT), Duration.ofNanos(System.nanoTime() - begin));
        return verdict;
    }
}

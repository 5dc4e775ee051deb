package org.sluis.inspection;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.Locale;
import org.eclipse.microprofile.metrics.MetricRegistry;
import org.eclipse.microprofile.metrics.Tag;

/** Counts scans by outcome and measures them; the scanners' own proofs are not among them. */
public final class MeasuredScanner implements VirusScanner {

    private final VirusScanner scanner;
    private final MetricRegistry metrics;

    public MeasuredScanner(VirusScanner scanner, MetricRegistry metrics) {
        this.scanner = scanner;
        this.metrics = metrics;
    }

    @Override
    public ScanVerdict scan(ReadableByteChannel content, long size) throws IOException {
        long begin = System.nanoTime();
        ScanVerdict verdict = scanner.scan(content, size);
        Tag outcome = new Tag("outcome", verdict.outcome().name().toLowerCase(Locale.ROOT));
        metrics.timer("sluis.scans", outcome).update(Duration.ofNanos(System.nanoTime() - begin));
        return verdict;
    }
}

package org.sluis.inspection.clamd;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.sluis.inspection.ScanSession;
import org.sluis.inspection.ScanVerdict;
import org.sluis.inspection.VirusScanner;
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
        count(verdict, begin);
        return verdict;
    }

    @Override
    public ScanSession session() {
        ScanSession session = scanner.session();
        return new ScanSession() {
            @Override
            public void scan(byte[] content, Consumer<ScanVerdict> verdict) {
                long begin = System.nanoTime();
                meters.scannedInSession();
                session.scan(content, said -> {
                    count(said, begin);
                    verdict.accept(said);
                });
            }

            @Override
            public void settle() {
                session.settle();
            }
        };
    }

    private void count(ScanVerdict verdict, long begin) {
        meters.scanned(verdict.outcome().name().toLowerCase(Locale.ROOT), Duration.ofNanos(System.nanoTime() - begin));
    }
}

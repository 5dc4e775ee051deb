package org.sluis.inspection.clamd;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** A pool of one scanner that has proven itself, for tests of what stands before the scanners. */
public final class FitScanner implements AutoCloseable {

    private static final ScanTerms TERMS = new ScanTerms(Duration.ofSeconds(5), 1_000_000, 1_000_000);

    private final ScriptedClamd clamd = new ScriptedClamd(new FaithfulClamd());
    private final ScannerPool pool = new ScannerPool(List.of(clamd.address()), TERMS, 1);

    public FitScanner() throws IOException {
        pool.scanners().forEach(WatchedScanner::look);
    }

    public ScannerPool pool() {
        return pool;
    }

    @Override
    public void close() throws IOException {
        clamd.close();
    }
}

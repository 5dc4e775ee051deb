package org.sluis.inspection.clamd;

import java.io.Closeable;
import java.util.function.Consumer;
import org.sluis.inspection.ScanVerdict;

/**
 * A session with one scanner of the pool and the places it holds there: one for each content under way, so that a scanner is
 * never given more at once than it takes.
 */
final class PlacedSession implements Closeable {

    /** More would gain nothing: a scanner has not so many processors to spare for one file. */
    private static final int MOST_PLACES = 8;

    private final WatchedScanner scanner;
    private final ClamdSession session;
    private int places = 1;

    /** @param scanner on which one place is held for it */
    PlacedSession(WatchedScanner scanner, ClamdSession session) {
        this.scanner = scanner;
        this.session = session;
    }

    void scan(byte[] content, Consumer<ScanVerdict> verdict) {
        if (session.underWay() == places) {
            makeRoom();
        }
        session.scan(content, said -> verdict.accept(scanner.heard(said)));
    }

    private void makeRoom() {
        if (places < MOST_PLACES && scanner.reserveNow()) {
            places++;
        } else {
            session.await();
        }
    }

    /** Whether it has to end: it is broken, or somebody waits for the scanner. */
    boolean isOver() {
        return session.isBroken() || scanner.isWanted();
    }

    /** Waits for all verdicts and gives the places back. */
    @Override
    public void close() {
        try {
            session.close();
        } finally {
            scanner.giveBack(places);
        }
    }
}

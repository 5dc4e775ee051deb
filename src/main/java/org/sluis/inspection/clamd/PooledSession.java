package org.sluis.inspection.clamd;

import java.util.Optional;
import java.util.function.Consumer;
import org.sluis.inspection.ScanSession;
import org.sluis.inspection.ScanVerdict;
import org.sluis.kernel.Sha256;

/**
 * The session of one file with whichever scanner has room. A connection is kept while there is something to send and nobody
 * else waits for the scanner.
 */
final class PooledSession implements ScanSession {

    private final ScannerPool pool;
    private Optional<PlacedSession> session = Optional.empty();
    private Optional<String> refusal = Optional.empty();

    PooledSession(ScannerPool pool) {
        this.pool = pool;
    }

    @Override
    public void scan(byte[] content, Consumer<ScanVerdict> verdict) {
        if (session.filter(PlacedSession::isOver).isPresent()) {
            settle();
        }
        if (session.isEmpty() && refusal.isEmpty()) {
            open();
        }
        if (session.isPresent()) {
            session.get().scan(content, verdict);
        } else {
            verdict.accept(ScanVerdict.undecided(Sha256.of(content), refusal.orElseThrow()));
        }
    }

    /** Who got no scanner once does not wait again for each of thousands of contents: the file is tried again as a whole. */
    private void open() {
        session = pool.open(reason -> refusal = Optional.of(reason));
    }

    @Override
    public void settle() {
        Optional<PlacedSession> ending = session;
        session = Optional.empty();
        ending.ifPresent(PlacedSession::close);
    }
}

package org.sluis.inspection.clamd;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.sluis.inspection.ScanSession;
import org.sluis.inspection.ScanVerdict;
import org.sluis.inspection.VirusScanner;
import org.sluis.kernel.Sha256;

/**
 * The scanners the portal may ask. Each gets as many scans at once as it takes; one that is not fit gets none. There is
 * no queue here: who finds no place in time gets no verdict and asks again later.
 */
public final class ScannerPool implements VirusScanner {

    private final List<WatchedScanner> scanners;
    private final Duration patience;

    /** @param atOnce scans one scanner is given at the same time */
    public ScannerPool(List<SocketAddress> addresses, ScanTerms terms, int atOnce) {
        this.scanners = addresses.stream()
                .map(address -> new WatchedScanner(address, terms, atOnce))
                .toList();
        this.patience = terms.patience();
    }

    @Override
    public ScanVerdict scan(ReadableByteChannel content, long size) throws IOException {
        List<String> reasons = new ArrayList<>();
        Optional<ScanVerdict> verdict = ask(scanner -> scanner.scanInPlace(content, size), reasons::add);
        return verdict.orElseGet(
                () -> ScanVerdict.undecided(Sha256.of(Sha256.newDigest()), String.join(", ", reasons)));
    }

    @Override
    public ScanSession session() {
        return new PooledSession(this);
    }

    /** A session with one of them; nothing where none can be had. */
    Optional<PlacedSession> open(Consumer<String> reason) {
        return this.<PlacedSession, RuntimeException>ask(WatchedScanner::sessionInPlace, reason);
    }

    /** Something to ask of a scanner on which a place is held for it; no answer where the scanner cannot be reached. */
    private interface Request<T, E extends Exception> {
        Optional<T> of(WatchedScanner scanner) throws E;
    }

    /** @param reason told why there is no answer */
    private <T, E extends Exception> Optional<T> ask(Request<T, E> request, Consumer<String> reason) throws E {
        Deadline deadline = Deadline.in(patience);
        for (int tries = 0; tries < scanners.size(); tries++) {
            Optional<WatchedScanner> chosen = choose();
            if (chosen.isEmpty()) {
                reason.accept("no scanner is fit");
                return Optional.empty();
            }
            if (!chosen.get().reserve(Duration.ofMillis(deadline.millisLeft()))) {
                reason.accept("no scanner is free");
                return Optional.empty();
            }
            Optional<T> answer = request.of(chosen.get());
            if (answer.isPresent()) {
                return answer;
            }
        }
        reason.accept("unreachable");
        return Optional.empty();
    }

    private Optional<WatchedScanner> choose() {
        return scanners.stream()
                .filter(scanner -> scanner.state().isFit())
                .max(Comparator.comparingInt(WatchedScanner::free));
    }

    /** Whether one scanner at least has proven itself. */
    public boolean isFit() {
        return scanners.stream().anyMatch(scanner -> scanner.state().isFit());
    }

    /** Whether one that was fit has only fallen silent, and not before {@code moment}, so that it may be worth waiting for. */
    public boolean isSilentSince(Instant moment) {
        return scanners.stream().anyMatch(scanner -> scanner.isSilentSince(moment));
    }

    /** How many scans can begin now without waiting. */
    public int free() {
        return scanners.stream().mapToInt(WatchedScanner::free).sum();
    }

    /** What is known of each scanner, in the order of the setting. */
    public List<ScannerState> states() {
        return scanners.stream().map(WatchedScanner::state).toList();
    }

    /**
     * The number of the database that every fit scanner has at least: what is scanned from now on is scanned with these
     * signatures or newer ones. None where one does not tell, or none is fit.
     */
    public Optional<Integer> signatures() {
        List<ScannerState> fit = states().stream().filter(ScannerState::isFit).toList();
        List<Integer> numbers = fit.stream()
                .flatMap(state -> state.signatures().stream())
                .map(SignatureVersion::number)
                .toList();
        return numbers.size() < fit.size() ? Optional.empty() : numbers.stream().min(Comparator.naturalOrder());
    }

    List<WatchedScanner> scanners() {
        return scanners;
    }
}

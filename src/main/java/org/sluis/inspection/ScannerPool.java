package org.sluis.inspection;

import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
        Deadline deadline = Deadline.in(patience);
        for (int tries = 0; tries < scanners.size(); tries++) {
            Optional<WatchedScanner> chosen = choose();
            if (chosen.isEmpty()) {
                return withoutVerdict("no scanner is fit");
            }
            if (!chosen.get().reserve(Duration.ofMillis(deadline.millisLeft()))) {
                return withoutVerdict("no scanner is free");
            }
            Optional<ScanVerdict> verdict = chosen.get().scanInPlace(content, size);
            if (verdict.isPresent()) {
                return verdict.get();
            }
        }
        return withoutVerdict(ClamdScanner.UNREACHABLE);
    }

    private Optional<WatchedScanner> choose() {
        return scanners.stream()
                .filter(scanner -> scanner.state().isFit())
                .max(Comparator.comparingInt(WatchedScanner::free));
    }

    private static ScanVerdict withoutVerdict(String why) {
        return ScanVerdict.undecided(Sha256.of(Sha256.newDigest()), why);
    }

    /** Whether one scanner at least has proven itself. */
    public boolean isFit() {
        return scanners.stream().anyMatch(scanner -> scanner.state().isFit());
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

package org.sluis.inspection.clamd;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.ReadableByteChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.sluis.inspection.ScanVerdict;
import org.sluis.inspection.ScanVerdict.Outcome;
import org.sluis.inspection.clamd.ScannerState.Fault;

/**
 * One scanner of the pool. It gets work only after it has proven itself, loses that standing with the first scan or
 * sign of life that fails, and has to prove itself again. Scanning is for any thread, watching for one at a time.
 */
final class WatchedScanner {

    private static final Logger LOG = System.getLogger(WatchedScanner.class.getName());
    private static final Duration PULSE = Duration.ofSeconds(3);
    private static final Duration PROOF_LASTS = Duration.ofMinutes(1);
    private static final Duration LENGTH_PROOF_LASTS = Duration.ofHours(12);

    private final SocketAddress address;
    private final String name;
    private final ClamdScanner clamd;
    private final ScannerProbe probe;
    private final ScanTerms terms;
    private final Semaphore places;

    private volatile ScannerState state;
    private volatile Instant silentSince = Instant.EPOCH;
    private Instant lengthProven = Instant.EPOCH;
    private volatile String version = "";
    private @Nullable ClamdPulse pulse;

    WatchedScanner(SocketAddress address, ScanTerms terms, int atOnce) {
        this.address = address;
        this.clamd = new ClamdScanner(address, terms);
        this.probe = new ScannerProbe(address, terms.limit());
        this.terms = terms;
        this.places = new Semaphore(atOnce, true);
        this.name = address instanceof InetSocketAddress tcp
                ? tcp.getHostString() + ":" + tcp.getPort()
                : "unix:" + address;
        this.state = new ScannerState(name, Instant.EPOCH, Optional.of(Fault.NOT_LOOKED_AT), Optional.empty());
    }

    ScannerState state() {
        return state;
    }

    /** How many more scans it takes now. */
    int free() {
        return state.isFit() ? places.availablePermits() : 0;
    }

    /** Takes a place for one scan or session, in turn; {@link #scanInPlace} or the session gives it back. */
    boolean reserve(Duration patience) {
        try {
            return places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Takes one place more, where one is free and nobody waits for it. */
    boolean reserveNow() {
        return !isWanted() && places.tryAcquire();
    }

    /** Whether somebody waits for a place. */
    boolean isWanted() {
        return places.hasQueuedThreads();
    }

    void giveBack(int held) {
        places.release(held);
    }

    /** @return nothing where it is left out by now or does not answer: the content is untouched, another may be asked */
    Optional<ScanVerdict> scanInPlace(ReadableByteChannel content, long size) throws IOException {
        try {
            return state.isFit() ? scan(content, size) : Optional.empty();
        } finally {
            places.release();
        }
    }

    private Optional<ScanVerdict> scan(ReadableByteChannel content, long size) throws IOException {
        Optional<DeadlineConnection> line = clamd.call();
        if (line.isEmpty()) {
            leaveOut(Fault.UNREACHABLE);
            return Optional.empty();
        }
        return Optional.of(heard(clamd.scan(line.get(), content, size)));
    }

    /** @return nothing where it is left out by now or does not answer; the place is given back then */
    Optional<PlacedSession> sessionInPlace() {
        Optional<DeadlineConnection> line = state.isFit() ? clamd.call() : Optional.empty();
        if (line.isEmpty()) {
            giveBack(1);
            if (state.isFit()) {
                leaveOut(Fault.UNREACHABLE);
            }
        }
        return line.map(open -> new PlacedSession(this, new ClamdSession(open, terms)));
    }

    /** What it says counts in its name, and without a verdict it is left out. */
    ScanVerdict heard(ScanVerdict verdict) {
        if (verdict.outcome() == Outcome.UNDECIDED) {
            leaveOut(Fault.NO_VERDICT);
        }
        return verdict.by(version);
    }

    /** Looks whether it lives, and has it prove itself when it is time or something is wrong. */
    void watch() {
        boolean proofIsOver = Instant.now().isAfter(state.lookedAt().plus(PROOF_LASTS));
        if (!state.isFit() || proofIsOver || lifeless().isPresent()) {
            look();
        }
    }

    /** Has it prove itself now. */
    void look() {
        Optional<Fault> fault = lifeless();
        if (fault.isEmpty()) {
            fault = probe.faultInVerdicts();
        }
        if (fault.isEmpty()) {
            fault = faultInLength();
        }
        ScannerState found = new ScannerState(name, Instant.now(), fault, SignatureVersion.of(version));
        tell(found);
        state = found;
    }

    private Optional<Fault> faultInLength() {
        String told = probe.version();
        boolean stale = Instant.now().isAfter(lengthProven.plus(LENGTH_PROOF_LASTS));
        if (!stale && told.equals(version)) {
            return Optional.empty();
        }
        version = told;
        Optional<Fault> fault = probe.faultInLength();
        lengthProven = fault.isEmpty() ? Instant.now() : Instant.EPOCH;
        return fault;
    }

    private Optional<Fault> lifeless() {
        Optional<Fault> fault = faultInPulse();
        fault.ifPresent(this::leaveOut);
        return fault;
    }

    /** A new session may be one with another process, of which nothing is proven. */
    private Optional<Fault> faultInPulse() {
        try {
            if (pulse == null) {
                lengthProven = Instant.EPOCH;
                pulse = ClamdPulse.open(address, PULSE);
            }
            return pulse.answers() ? Optional.empty() : Optional.of(Fault.SILENT);
        } catch (IOException over) {
            hangUp();
            return Optional.of(Fault.UNREACHABLE);
        }
    }

    void hangUp() {
        if (pulse != null) {
            try {
                pulse.close();
            } catch (IOException gone) {
                LOG.log(Level.DEBUG, "The session with {0} was gone already", name);
            }
            pulse = null;
        }
    }

    /** Whether it only fell silent, and not before {@code moment}: its session is whole, and it may speak again soon. */
    boolean isSilentSince(Instant moment) {
        return state.fault().filter(Fault.SILENT::equals).isPresent() && silentSince.isAfter(moment);
    }

    private void leaveOut(Fault fault) {
        if (state.isFit()) {
            silentSince = Instant.now();
        }
        ScannerState found = state.with(fault);
        tell(found);
        state = found;
    }

    private void tell(ScannerState found) {
        if (found.fault().equals(state.fault())) {
            return;
        }
        if (found.isFit()) {
            LOG.log(Level.INFO, "The scanner at {0} is fit", name);
        } else {
            LOG.log(
                    Level.WARNING,
                    "The scanner at {0} is left out: {1}",
                    name,
                    found.fault().orElseThrow());
        }
    }
}

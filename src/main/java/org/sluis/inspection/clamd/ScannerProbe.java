package org.sluis.inspection.clamd;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.sluis.inspection.ScanVerdict;
import org.sluis.inspection.ScanVerdict.Outcome;
import org.sluis.inspection.clamd.ScannerState.Fault;

/**
 * Has one clamd prove itself: that it convicts, that it acquits, and that its limits are not below ours. Up with an empty
 * database it says OK to everything, and only this tells.
 */
final class ScannerProbe {

    private static final Logger LOG = System.getLogger(ScannerProbe.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final long SLOWEST = 10_000_000;
    private static final int PADDED_BYTES = 100_000;
    private static final String LIMIT_EXCEEDED = "Heuristics.Limits.Exceeded.";

    private final SocketAddress address;
    private final long limit;
    private final ClamdScanner clamd;

    /** @param limit bytes of the longest content the portal sends as one */
    ScannerProbe(SocketAddress address, long limit) {
        this.address = address;
        this.limit = limit;
        this.clamd = new ClamdScanner(address, new ScanTerms(PATIENCE, SLOWEST, limit));
    }

    /**
     * Convicts, acquits, and takes a stream as long as ours. For the stream its length is announced and nothing sent:
     * clamd refuses too long a chunk when it hears of it. It handles what arrives in order, so when verdicts that were
     * asked for later have come and no refusal has, there is none.
     */
    Optional<Fault> faultInVerdicts() {
        try (DeadlineConnection line = DeadlineConnection.open(address, Deadline.in(PATIENCE))) {
            announce(line);
            Optional<Fault> fault = faultOfCanaries();
            return fault.isPresent() ? fault : faultInAnswer(line.saidAlready());
        } catch (IOException away) {
            return Optional.of(Fault.UNREACHABLE);
        }
    }

    private void announce(DeadlineConnection line) {
        byte[] command = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
        ByteBuffer bytes = ByteBuffer.allocate(command.length + Integer.BYTES)
                .put(command)
                .putInt((int) Math.min(limit, 0xFFFF_FFFFL))
                .flip();
        line.write(bytes, PATIENCE, Deadline.in(PATIENCE));
    }

    private static Optional<Fault> faultInAnswer(String said) {
        if (said.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                said.startsWith("INSTREAM size limit exceeded") ? Fault.STREAM_LIMIT_TOO_LOW : Fault.NO_VERDICT);
    }

    private Optional<Fault> faultOfCanaries() throws IOException {
        return switch (scan(Sample.eicar()).outcome()) {
            case CLEAN -> Optional.of(Fault.CONVICTS_NOTHING);
            case FOUND -> faultOfHarmless();
            case OVERSIZE, UNDECIDED -> Optional.of(Fault.NO_VERDICT);
        };
    }

    private Optional<Fault> faultOfHarmless() throws IOException {
        return switch (scan(Sample.harmless()).outcome()) {
            case CLEAN -> Optional.empty();
            case FOUND -> Optional.of(Fault.CONVICTS_EVERYTHING);
            case OVERSIZE, UNDECIDED -> Optional.of(Fault.NO_VERDICT);
        };
    }

    /**
     * Looks into content as long as ours ({@code MaxFileSize}). Depending on its settings clamd passes what is longer as
     * clean, unseen; so the test file, drawn out with zeros, must be found also at our full length. This sends that many
     * bytes, some seconds' work: it is for a clamd that was started or got new signatures.
     */
    Optional<Fault> faultInLength() {
        try {
            if (scan(Sample.eicar(Math.min(PADDED_BYTES, limit))).outcome() != Outcome.FOUND) {
                LOG.log(Level.WARNING, "The scanner at {0} has no signature that shows its MaxFileSize", address);
                return Optional.empty();
            }
            ScanVerdict verdict = scan(Sample.eicar(limit));
            return switch (verdict.outcome()) {
                case FOUND ->
                    verdict.detail().startsWith(LIMIT_EXCEEDED)
                            ? Optional.of(Fault.FILE_LIMIT_TOO_LOW)
                            : Optional.empty();
                case CLEAN -> Optional.of(Fault.FILE_LIMIT_TOO_LOW);
                case OVERSIZE, UNDECIDED -> Optional.of(Fault.NO_VERDICT);
            };
        } catch (IOException away) {
            return Optional.of(Fault.UNREACHABLE);
        }
    }

    private ScanVerdict scan(Sample sample) throws IOException {
        return clamd.scan(sample, sample.size());
    }

    /** What clamd says of itself and its signatures; nothing where it does not. */
    String version() {
        try (DeadlineConnection line = DeadlineConnection.open(address, Deadline.in(PATIENCE))) {
            line.write(
                    ByteBuffer.wrap("zVERSION\0".getBytes(StandardCharsets.US_ASCII)), PATIENCE, Deadline.in(PATIENCE));
            return line.readAll(Deadline.in(PATIENCE)).text().replace("\0", "");
        } catch (IOException away) {
            return "";
        }
    }
}

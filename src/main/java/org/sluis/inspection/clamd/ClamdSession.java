package org.sluis.inspection.clamd;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.sluis.inspection.ScanVerdict;
import org.sluis.inspection.ScanVerdict.Outcome;
import org.sluis.inspection.clamd.DeadlineConnection.Reply;
import org.sluis.kernel.Sha256;

/**
 * Many small streams over one connection to a clamd ({@code IDSESSION}). Each command has a number, and clamd answers them in
 * the order in which its threads are done. A content is clean when the reply with its number is exactly that, came after all
 * of it was taken and in time, and the session ended in order afterwards, which only a clamd does that has read everything.
 * With anything else the session is broken, and whatever has no verdict gets none. For one thread.
 */
final class ClamdSession implements Closeable {

    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);

    private final DeadlineConnection line;
    private final ScanTerms terms;
    private final Map<String, Asked> asked = new LinkedHashMap<>();
    private final List<Acquittal> acquitted = new ArrayList<>();
    private int number;
    private boolean broken;

    /** A content that was sent and has no verdict yet. */
    private record Asked(Sha256 scanned, int size, Deadline due, Consumer<ScanVerdict> verdict) {}

    /** A verdict that counts once the session has ended in order. */
    private record Acquittal(Asked asked, ScanVerdict verdict) {}

    /** @param line on which nothing was said yet */
    ClamdSession(DeadlineConnection line, ScanTerms terms) {
        this.line = line;
        this.terms = terms;
        this.broken = !write("zIDSESSION\0".getBytes(StandardCharsets.US_ASCII), terms.deadline(0));
    }

    /** How many contents wait for their reply. */
    int underWay() {
        return asked.size();
    }

    boolean isBroken() {
        return broken;
    }

    void scan(byte[] content, Consumer<ScanVerdict> verdict) {
        Sha256 scanned = Sha256.of(content);
        if (content.length > terms.limit()) {
            verdict.accept(new ScanVerdict(Outcome.OVERSIZE, scanned, "more than " + terms.limit() + " bytes"));
            return;
        }
        if (!send(content)) {
            breakOff();
            verdict.accept(ScanVerdict.undecided(scanned, "the session broke"));
            return;
        }
        asked.put(Integer.toString(number), new Asked(scanned, content.length, due(content.length), verdict));
    }

    private boolean send(byte[] content) {
        if (broken) {
            return false;
        }
        number++;
        ByteBuffer head = ByteBuffer.allocate(COMMAND.length + Integer.BYTES + content.length)
                .put(COMMAND);
        if (content.length > 0) {
            head.putInt(content.length).put(content);
        }
        Deadline deadline = due(content.length);
        boolean taken = line.write(head.flip(), terms.patience(), deadline);
        while (taken && !broken && take(new Deadline(System.nanoTime()))) {
            // Whoever answers this command before its end has not seen the end, and breaks the session by that.
        }
        return taken && !broken && line.write(ByteBuffer.allocate(Integer.BYTES), terms.patience(), deadline);
    }

    /** All that is under way shares one scanner. */
    private Deadline due(int size) {
        return terms.deadline(
                size + asked.values().stream().mapToLong(Asked::size).sum());
    }

    /** Waits for one reply, where there is something to wait for. */
    void await() {
        Optional<Deadline> first =
                asked.values().stream().map(Asked::due).min(Comparator.comparing(Deadline::millisLeft));
        if (first.isPresent() && !take(first.get())) {
            breakOff();
        }
    }

    /** @return whether there was a reply */
    private boolean take(Deadline deadline) {
        try {
            String reply = line.readReply(deadline);
            if (!reply.isEmpty()) {
                understand(reply.substring(0, reply.length() - 1));
            }
            return !reply.isEmpty();
        } catch (IOException over) {
            breakOff();
            return false;
        }
    }

    private void understand(String reply) {
        int colon = Math.max(0, reply.indexOf(": "));
        Asked about = asked.remove(reply.substring(0, colon));
        if (about == null) {
            breakOff();
            return;
        }
        ScanVerdict verdict = ClamdReply.verdict(reply.substring(colon + 2), about.scanned(), terms.heuristics());
        if (verdict.mayAcquit()) {
            acquitted.add(new Acquittal(about, verdict));
            return;
        }
        about.verdict().accept(verdict);
        if (verdict.outcome() == Outcome.UNDECIDED) {
            breakOff();
        }
    }

    private void breakOff() {
        broken = true;
        List<Asked> left = List.copyOf(asked.values());
        asked.clear();
        left.forEach(
                content -> content.verdict().accept(ScanVerdict.undecided(content.scanned(), "the session broke")));
    }

    /** Waits for all replies and hangs up. */
    @Override
    public void close() {
        while (!asked.isEmpty()) {
            await();
        }
        boolean orderly = !broken && endsInOrder();
        broken = true;
        hangUp();
        for (Acquittal acquittal : acquitted) {
            Asked content = acquittal.asked();
            content.verdict()
                    .accept(
                            orderly
                                    ? acquittal.verdict()
                                    : ScanVerdict.undecided(content.scanned(), "the session broke"));
        }
        acquitted.clear();
    }

    private boolean endsInOrder() {
        Deadline deadline = terms.deadline(0);
        if (!write("zEND\0".getBytes(StandardCharsets.US_ASCII), deadline)) {
            return false;
        }
        Reply rest = line.readAll(deadline);
        return rest.text().isEmpty() && rest.orderly();
    }

    private boolean write(byte[] bytes, Deadline deadline) {
        return line.write(ByteBuffer.wrap(bytes), terms.patience(), deadline);
    }

    private void hangUp() {
        try {
            line.close();
        } catch (IOException gone) {
            broken = true;
        }
    }
}

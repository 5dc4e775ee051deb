package org.sluis.inspection;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sluis.inspection.Parsers.Limits;
import org.sluis.inspection.ScanVerdict.Outcome;
import org.sluis.inspection.parsing.ContentNotice;
import org.sluis.inspection.parsing.Glance;
import org.sluis.inspection.parsing.Lift;
import org.sluis.inspection.parsing.MediaTypes;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Removal;
import org.sluis.inspection.parsing.Rule;
import org.sluis.inspection.parsing.Signal;
import org.sluis.inspection.parsing.Task;

/**
 * One file taken apart by one child. The portal answers with bytes of this file and nothing else; whatever the child says is
 * held against what it may say, for it has touched hostile bytes.
 */
final class ParserSession {

    private static final String UNKNOWN = "application/octet-stream";

    /** Members of that many bytes at the most are taken in whole, and share a connection to a scanner. */
    private static final int SMALL_BYTES = 1 << 20;

    /** What is shown has at most that many bytes: a picture of all pixels, or a text with its marks. */
    private static final int MOST_SHOWN = 8 << 20;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final ParserProcess child;
    private final Limits limits;
    private final ParseRequest request;
    private final VirusScanner scanner;
    private final ScanSession session;
    private final long token = RANDOM.nextLong();
    private final ByteBuffer page = ByteBuffer.allocate(Signal.MAX_BYTES);
    private Optional<ScanVerdict> worst = Optional.empty();
    /** Verdicts that count only where what they are on was not deciphered, by the numbers of members. */
    private final Map<Integer, ScanVerdict> locked = new HashMap<>();

    private final Set<Integer> deciphered = new HashSet<>();
    private int members;
    private boolean looked;

    ParserSession(ParserProcess child, Limits limits, ParseRequest request, VirusScanner scanner) {
        this.child = child;
        this.limits = limits;
        this.request = request;
        this.scanner = scanner;
        this.session = scanner.session();
    }

    /**
     * @throws ParserLost where the child did not live to say a verdict
     * @throws IOException where the content cannot be read
     */
    ParseResult run() throws IOException {
        child.beforeWaiting(session::settle);
        try {
            return dissect();
        } finally {
            child.beforeWaiting(() -> {});
            session.settle();
        }
    }

    private ParseResult dissect() throws IOException {
        ask(Task.EXAMINE);
        Signal signal = next();
        while (signal == Signal.MEMBER || signal == Signal.DECIPHERED) {
            signal = signal == Signal.MEMBER ? member() : deciphered();
        }
        return switch (signal) {
            case PASSED -> verdict(false);
            case REFUSED -> verdict(true);
            default -> throw child.lost();
        };
    }

    /**
     * Has a copy made instead.
     *
     * @param target takes its bytes; what came before a loss is worth nothing
     * @param most bytes it may have
     */
    Cleaning clean(OutputStream target, long most) throws IOException {
        ask(Task.CLEAN);
        Signal signal = next();
        return switch (signal) {
            case CLEANED -> copy(target, most);
            case REFUSED -> notCleanable();
            default -> throw child.lost();
        };
    }

    private Cleaning notCleanable() throws ParserLost {
        child.readByte();
        Objection objection = child.read(Objection::read);
        insistOnToken();
        return Cleaning.impossible(objection);
    }

    private Cleaning copy(OutputStream target, long most) throws IOException {
        List<Removal> removals = told(Removal.MOST, Removal::read);
        boolean signaturesLost = child.readByte() == 1;
        long size = child.readLong();
        if (size <= 0 || size > limits.budget().expanded()) {
            throw child.lost();
        }
        if (size > most) {
            child.kill();
            return Cleaning.impossible(Objection.of(Rule.EXPANSION));
        }
        MemberChannel bytes = new MemberChannel(this, child, size);
        Channels.newInputStream(bytes).transferTo(target);
        if (!bytes.isComplete() || !looked) {
            throw child.lost();
        }
        insistOnToken();
        return Cleaning.made(removals, signaturesLost, size);
    }

    /**
     * Has a part of it shown.
     *
     * @return nothing where it cannot be
     */
    Optional<Preview> show(Glance glance) throws IOException {
        ask(Task.SHOW, glance::write);
        Signal signal = next();
        return switch (signal) {
            case SHOWN -> Optional.of(shown(glance));
            case REFUSED -> {
                notCleanable();
                yield Optional.empty();
            }
            default -> throw child.lost();
        };
    }

    private Preview shown(Glance glance) throws IOException {
        int pages = child.readInt();
        boolean more = child.readByte() == 1;
        long size = child.readLong();
        if (pages < 0 || size < 0 || size > MOST_SHOWN) {
            throw child.lost();
        }
        MemberChannel bytes = new MemberChannel(this, child, size);
        Preview preview = new Preview(pages, more, bytes.readAll((int) size));
        if (!bytes.isComplete() || !looked || !preview.answers(glance.part())) {
            throw child.lost();
        }
        insistOnToken();
        return preview;
    }

    private void insistOnToken() throws ParserLost {
        if (child.readLong() != token || child.next() != Signal.READY) {
            throw child.lost();
        }
    }

    private void ask(Task task) throws ParserLost {
        ask(task, out -> {});
    }

    private void ask(Task task, ParserProcess.Message rest) throws ParserLost {
        child.begin(limits.time());
        child.send(out -> {
            out.writeLong(token);
            out.writeByte(task.code());
            out.writeLong(request.size());
            out.writeUTF(request.fileName());
            out.writeByte(request.types().size());
            for (String type : request.types()) {
                out.writeByte(MediaTypes.KNOWN.indexOf(type));
            }
            out.writeByte(request.lifts().size());
            for (Lift lift : request.lifts()) {
                lift.write(out);
            }
            rest.write(out);
        });
    }

    /** The next thing the child says that is no question. */
    Signal next() throws IOException {
        Signal signal = child.next();
        while (signal == Signal.READ) {
            answer(child.readLong(), child.readInt());
            signal = child.next();
        }
        return signal;
    }

    private void answer(long position, int length) throws IOException {
        if (length <= 0 || length > Signal.MAX_BYTES || position < 0 || position > request.size() - length) {
            throw child.lost();
        }
        page.clear().limit(length);
        request.content().position(position);
        while (page.hasRemaining()) {
            if (request.content().read(page) < 0) {
                throw new IOException("the content is shorter than it was");
            }
        }
        child.send(out -> out.write(page.array(), 0, length));
        looked = true;
    }

    /** @return what the child said after it */
    private Signal deciphered() throws IOException {
        int number = child.readInt();
        if (number < 0 || number > members) {
            throw child.lost();
        }
        deciphered.add(number);
        return next();
    }

    /** @return what the child said after it */
    private Signal member() throws IOException {
        long size = child.readLong();
        if (size < 0
                || size > limits.budget().expanded()
                || ++members > limits.budget().members()) {
            throw child.lost();
        }
        int number = members;
        MemberChannel bytes = new MemberChannel(this, child, size);
        if (worst.filter(ScanVerdict::isMalware).isPresent()) {
            bytes.drain();
        } else if (size <= SMALL_BYTES) {
            byte[] content = bytes.readAll((int) size);
            boolean complete = bytes.isComplete();
            session.scan(content, verdict -> consider(verdict, number, complete));
        } else {
            session.settle();
            ScanVerdict verdict = scanner.scan(bytes, size);
            consider(verdict, number, bytes.isComplete());
            bytes.drain();
        }
        return bytes.isComplete() ? next() : Signal.REFUSED;
    }

    private void consider(ScanVerdict verdict, int number, boolean complete) {
        if (!complete && verdict.mayAcquit()) {
            consider(ScanVerdict.undecided(verdict.scanned(), "a member was cut short"));
        } else if (verdict.mayAcquit() && verdict.outcome() != Outcome.CLEAN) {
            locked.put(number, verdict);
        } else {
            consider(verdict);
        }
    }

    private void consider(ScanVerdict verdict) {
        if (worst.isEmpty() || verdict.weight() > worst.get().weight()) {
            worst = Optional.of(verdict);
        }
    }

    /** Only a child that was given this very file, and has looked into it, can let it in. */
    private ParseResult verdict(boolean refused) throws ParserLost {
        int type = child.readByte();
        Optional<Objection> objection = refused ? Optional.of(child.read(Objection::read)) : Optional.empty();
        List<ContentNotice> notices = refused ? List.of() : told(ContentNotice.MOST, ContentNotice::read);
        String mediaType = type < MediaTypes.KNOWN.size() ? MediaTypes.KNOWN.get(type) : UNKNOWN;
        boolean sincere = child.readLong() == token && child.next() == Signal.READY;
        boolean admissible = looked && request.mayBe(mediaType);
        if (!sincere || !(refused || admissible)) {
            throw child.lost();
        }
        session.settle();
        locked.forEach((number, verdict) -> consider(verdict.whereDeciphered(deciphered.contains(number))));
        return new ParseResult(mediaType, objection, worst, deciphered.contains(0), withLifts(notices));
    }

    /** That rules were lifted is for the portal to say: a child that has touched hostile bytes could keep quiet about it. */
    private List<ContentNotice> withLifts(List<ContentNotice> notices) {
        return Stream.concat(
                        request.lifts().stream()
                                .map(lift -> new ContentNotice(
                                        ContentNotice.Kind.RULE_LIFTED,
                                        lift.member(),
                                        Optional.of(lift.rule().slug()))),
                        notices.stream().filter(notice -> notice.kind() != ContentNotice.Kind.RULE_LIFTED))
                .toList();
    }

    private <T> List<T> told(int most, ParserProcess.Reading<T> reading) throws ParserLost {
        int count = child.readByte();
        if (count > most) {
            throw child.lost();
        }
        List<T> found = new ArrayList<>();
        while (found.size() < count) {
            found.add(child.read(reading));
        }
        return found;
    }
}

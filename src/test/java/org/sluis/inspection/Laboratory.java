package org.sluis.inspection;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.sluis.inspection.Parsers.Limits;
import org.sluis.inspection.ScanVerdict.Outcome;
import org.sluis.inspection.parsing.Budget;
import org.sluis.inspection.parsing.Glance;
import org.sluis.inspection.parsing.Lift;
import org.sluis.inspection.parsing.MediaTypes;
import org.sluis.kernel.Problem;
import org.sluis.kernel.Sha256;

/** An inspector with real child processes, and a scanner that knows one word and remembers what it was sent. */
final class Laboratory implements AutoCloseable {

    static final Budget BUDGET = new Budget(10_000, 6, 2_000_000_000L, 200);
    static final Set<String> DOCUMENTS = Set.copyOf(MediaTypes.KNOWN);
    static final String MALWARE = "this word stands for malware";
    /** What the scanner takes for a locked PDF document, where it stands near the beginning. */
    static final String LOCKED = "locked-for-the-scanner";

    private final List<Integer> scanned = Collections.synchronizedList(new ArrayList<>());
    private final Inspector inspector;

    Laboratory(Limits limits) {
        this(limits, Sandbox.none());
    }

    Laboratory(Limits limits, Sandbox sandbox) {
        this.inspector = new Inspector(
                new WindowedScan(this::scan, Long.MAX_VALUE), this::scan, new Parsers(limits, sandbox, reason -> {}));
    }

    /** One for all tests that need nothing special; its children end with the tests. */
    static Laboratory shared() {
        return Shared.LABORATORY;
    }

    Inspection inspect(String name, byte[] bytes) {
        return inspect(name, bytes, DOCUMENTS);
    }

    Inspection inspect(String name, byte[] bytes, Set<String> types) {
        return inspect(name, bytes, types, List.of());
    }

    /** @param lifts rules that are overlooked at one place */
    Inspection inspect(String name, byte[] bytes, Set<String> types, List<Lift> lifts) {
        return inspect(() -> new SeekableInMemoryByteChannel(bytes), bytes.length, name, types, lifts);
    }

    Inspection inspect(Content content, long size, String name, Set<String> types) {
        return inspect(content, size, name, types, List.of());
    }

    private Inspection inspect(Content content, long size, String name, Set<String> types, List<Lift> lifts) {
        scanned.clear();
        try {
            return inspector.inspect(content, size, name, new Category("test", types, Long.MAX_VALUE), lifts);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Makes a copy without what is refused. */
    Cleaning clean(String name, byte[] bytes, OutputStream copy) {
        try {
            return inspector.clean(
                    () -> new SeekableInMemoryByteChannel(bytes),
                    bytes.length,
                    name,
                    new Category("test", DOCUMENTS, Long.MAX_VALUE),
                    copy);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Shows a part of it; nothing where that cannot be shown. */
    Optional<Preview> show(String mediaType, byte[] bytes, Glance glance) {
        try {
            return inspector.show(() -> new SeekableInMemoryByteChannel(bytes), bytes.length, mediaType, glance);
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Takes its text; nothing where none can be taken. */
    Optional<String> text(String mediaType, byte[] bytes, int most) {
        return text(mediaType, () -> new SeekableInMemoryByteChannel(bytes), bytes.length, most);
    }

    Optional<String> text(String mediaType, Content content, long size, int most) {
        try {
            return inspector.text(content, size, mediaType, most, Duration.ofSeconds(10));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    /** Why the file is refused. */
    Optional<Problem> refusal(String name, byte[] bytes) {
        return inspect(name, bytes).refusal();
    }

    /** The sizes of all that the scanner was sent for the last file, the whole among them. */
    List<Integer> scanned() {
        return List.copyOf(scanned);
    }

    private ScanVerdict scan(ReadableByteChannel content, long size) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
        StringBuilder beginning = new StringBuilder();
        int total = 0;
        while (content.read(buffer) >= 0) {
            buffer.flip();
            if (beginning.length() < 1024) {
                beginning.append(java.nio.charset.StandardCharsets.ISO_8859_1.decode(buffer.duplicate()));
            }
            total += buffer.remaining();
            digest.update(buffer);
            buffer.clear();
        }
        scanned.add(total);
        boolean found = beginning.indexOf(MALWARE) == 0;
        boolean locked = beginning.indexOf(LOCKED) >= 0;
        String signature = found ? "Test.Word" : locked ? "Heuristics.Encrypted.PDF" : "";
        return new ScanVerdict(found || locked ? Outcome.FOUND : Outcome.CLEAN, Sha256.of(digest), signature);
    }

    @Override
    public void close() {
        inspector.close();
    }

    private static final class Shared {
        static final Laboratory LABORATORY =
                new Laboratory(new Limits(BUDGET, Duration.ofSeconds(30), 256L << 20, 1, 100));
    }
}

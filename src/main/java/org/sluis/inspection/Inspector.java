package org.sluis.inspection;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.sluis.inspection.parsing.Glance;
import org.sluis.inspection.parsing.Lift;
import org.sluis.inspection.parsing.ReadableText;
import org.sluis.inspection.parsing.Shape;

/**
 * Says what a file is and whether it is safe (promise B8, ASVS 5.2.2): the scanner reads the whole while a child process
 * takes the file apart and hands each member to the scanner as well. Both must say yes.
 */
public final class Inspector implements AutoCloseable {

    private final WindowedScan whole;
    private final VirusScanner scanner;
    private final Parsers parsers;
    private final ExecutorService scans = Executors.newCachedThreadPool(Inspector::daemon);

    /** @param scanner for the members */
    public Inspector(WindowedScan whole, VirusScanner scanner, Parsers parsers) {
        this.whole = whole;
        this.scanner = scanner;
        this.parsers = parsers;
    }

    private static Thread daemon(Runnable scan) {
        Thread thread = new Thread(scan, "inspection-scan");
        thread.setDaemon(true);
        return thread;
    }

    /** The same, where no rule is lifted. */
    public Inspection inspect(Content content, long size, String fileName, Category category) throws IOException {
        return inspect(content, size, fileName, category, List.of());
    }

    /**
     * @param size bytes of the content
     * @param fileName the sender's name for it, whose extension must agree
     * @param category what may come in
     * @param lifts rules that are overlooked at one place in it; no scanner's word is
     * @throws IOException where the content cannot be read or no parser can be had: no verdict, to be tried again
     */
    public Inspection inspect(Content content, long size, String fileName, Category category, Collection<Lift> lifts)
            throws IOException {
        Future<ScanVerdict> scan = scans.submit(() -> whole.scan(content, size));
        ParseResult result;
        try (SeekableByteChannel bytes = content.open()) {
            result = parsers.dissect(new ParseRequest(bytes, size, fileName, category.types(), lifts), scanner);
        } catch (IOException | RuntimeException fault) {
            scan.cancel(true);
            throw fault;
        }
        return Inspection.of(verdict(scan), result);
    }

    /**
     * Makes a copy of a document without what the gate refuses in it. The copy is as untrusted as the document: it has to
     * come in like any other file.
     *
     * @param size bytes of the content
     * @param category what may come in, and how large
     * @param target takes the bytes of the copy, which are worth nothing unless the answer says that it was made
     * @throws IOException where the content cannot be read, the target takes no more or no parser can be had
     */
    public Cleaning clean(Content content, long size, String fileName, Category category, OutputStream target)
            throws IOException {
        try (SeekableByteChannel bytes = content.open()) {
            ParseRequest request = new ParseRequest(bytes, size, fileName, category.types(), List.of());
            return parsers.clean(request, target, category.limit());
        }
    }

    /**
     * Has a part of a file shown that has passed the gate.
     *
     * @param size bytes of the content
     * @param mediaType what it is, as the gate found
     * @return nothing where it cannot be shown
     * @throws ParsersBusy where there is no time for it now
     * @throws IOException where the content cannot be read or no parser can be had
     */
    public Optional<Preview> show(Content content, long size, String mediaType, Glance glance) throws IOException {
        if (Shape.of(mediaType) == Shape.NONE) {
            return Optional.empty();
        }
        try (SeekableByteChannel bytes = content.open()) {
            return parsers.show(new ParseRequest(bytes, size, "", Set.of(mediaType), List.of()), glance);
        }
    }

    /**
     * Has the text taken of a file that has passed the gate, while no child process is wanted for anything else.
     *
     * @param size bytes of the content
     * @param mediaType what it is, as the gate found
     * @param most characters
     * @param time of a processor that it may cost
     * @return its beginning; empty where files of that type have none, and nothing where none can be taken of this one
     * @throws ParsersBusy where there is no time for it now
     * @throws IOException where the content cannot be read or no parser can be had
     */
    public Optional<String> text(Content content, long size, String mediaType, int most, Duration time)
            throws IOException {
        if (size == 0 || !ReadableText.isIn(mediaType)) {
            return Optional.of("");
        }
        try (SeekableByteChannel bytes = content.open()) {
            return parsers.text(new ParseRequest(bytes, size, "", Set.of(mediaType), List.of()), most, time);
        }
    }

    private static ScanVerdict verdict(Future<ScanVerdict> scan) throws IOException {
        try {
            return scan.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof IOException unreadable) {
                throw unreadable;
            }
            throw new IOException("the content could not be scanned", failed.getCause());
        } catch (InterruptedException stopping) {
            scan.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("stopped while scanning", stopping);
        }
    }

    /** Whether the system holds the child processes in. */
    public Sandbox.State confinement() {
        return parsers.confinement();
    }

    /** Ends the child processes. */
    @Override
    public void close() {
        scans.shutdownNow();
        parsers.close();
    }
}

package org.sluis.inspection;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.Timer;
import java.util.TimerTask;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sluis.inspection.ParserLost.Cause;
import org.sluis.inspection.parsing.Budget;
import org.sluis.inspection.parsing.Glance;
import org.sluis.inspection.parsing.Objection;
import org.sluis.inspection.parsing.Rule;

/**
 * The child processes that take files apart. A few, kept warm; each takes one file at a time, is killed when that costs too
 * much, and is replaced after a while. What a file does to its child is a verdict on the file.
 */
public final class Parsers implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Parsers.class.getName());
    private static final int FILES_PER_CHILD = 5_000;
    private static final long PATROL_MILLIS = 50;

    /** A copy is scanned when it comes in, like any file. */
    private static final VirusScanner UNUSED = (content, size) -> {
        throw new IOException("nothing is scanned while a copy is made");
    };

    private final Limits limits;
    private final Sandbox sandbox;
    private final Consumer<String> losses;
    private final ParserCommand command;
    private final Semaphore places;
    private final PreviewTurns previews;
    private final SpareTurn spare;
    private final Deque<ParserProcess> idle = new ConcurrentLinkedDeque<>();
    private final Timer patrol = new Timer("inspection-patrol", true);
    private final Set<ParserProcess> alive = ConcurrentHashMap.newKeySet();
    private final Thread warming;
    private volatile boolean closed;

    /**
     * @param time of a processor that a child may use on one file
     * @param memory heap of a child, in bytes
     * @param children how many there are
     * @param queue how many files may wait for one
     */
    public record Limits(Budget budget, Duration time, long memory, int children, int queue) {

        private static final Duration TIME_TO_SHOW = Duration.ofSeconds(6);

        /** Somebody waits for what is shown, and what needs so long is not shown. */
        Limits forShowing() {
            return within(TIME_TO_SHOW);
        }

        Limits within(Duration most) {
            Duration shorter = time.compareTo(most) < 0 ? time : most;
            return new Limits(budget, shorter, memory, children, queue);
        }
    }

    /**
     * Begins to start the children; the first file need not wait for all of them.
     *
     * @param sandbox what the children are held in
     * @param losses told of each child that is lost with a file, and why, in one word
     */
    public Parsers(Limits limits, Sandbox sandbox, Consumer<String> losses) {
        this.limits = limits;
        this.sandbox = sandbox;
        this.losses = losses;
        this.command = new ParserCommand(limits, sandbox);
        this.places = new Semaphore(limits.children(), true);
        this.previews = new PreviewTurns(limits.children(), places);
        this.spare = new SpareTurn(places);
        patrol.schedule(
                new TimerTask() {
                    @Override
                    public void run() {
                        endTheLate();
                    }
                },
                PATROL_MILLIS,
                PATROL_MILLIS);
        if (ParserProcess.processorTime(ProcessHandle.current()).isEmpty()) {
            LOG.log(
                    Level.WARNING,
                    "This system does not tell the processor time of processes: a file that costs too much is tried again and again instead of refused");
        }
        this.warming = inTheBackground(this::warmUp, "inspection-warm-up");
    }

    private static Thread inTheBackground(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Has those children that previews use {@linkplain Practice draw a page} in their own time, once they are there. */
    public void practise() {
        inTheBackground(this::drawFirst, "inspection-practice");
    }

    private void drawFirst() {
        try {
            warming.join();
            for (int child = 0; child < PreviewTurns.of(limits.children()); child++) {
                previews.within(() -> put(ready(idle::pollLast), this::drawn));
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } catch (IOException notNow) {
            LOG.log(Level.DEBUG, "No child draws a page before it has to", notNow);
        }
    }

    private Optional<Preview> drawn(ParserProcess child) throws IOException {
        return new ParserSession(child, limits.forShowing(), Practice.request(), UNUSED).show(Practice.GLANCE);
    }

    /** The patrol goes on until the last child has ended, since with its thread all children of it would end. */
    private void endTheLate() {
        alive.removeIf(child -> !child.isAlive());
        alive.forEach(ParserProcess::killIfLate);
        spare.giveWay();
        if (closed && alive.isEmpty()) {
            patrol.cancel();
            sandbox.close();
        }
    }

    /** Files that came meanwhile have had children started for them, and count. */
    private void warmUp() {
        for (int child = 0; child < limits.children() && places.tryAcquire(); child++) {
            try {
                if (alive.size() < limits.children()) {
                    giveBack(start(), true);
                }
            } catch (IOException notNow) {
                return;
            } finally {
                places.release();
            }
        }
    }

    /**
     * @throws IOException where the content cannot be read, too many wait already, no child can be started, or the machine
     *     had no time or memory for the one there was: no verdict, to be tried again
     */
    ParseResult dissect(ParseRequest request, VirusScanner scanner) throws IOException {
        try {
            return dissectOnce(request, scanner);
        } catch (ParserLost lost) {
            Cause reason = told(lost);
            return switch (reason) {
                case EFFORT -> refused(Rule.EFFORT);
                case CLOCK -> throw lost;
                case MEMORY, DEATH, KILLED -> dissectAgain(request, scanner, reason);
            };
        }
    }

    /** Once may be chance. */
    private ParseResult dissectAgain(ParseRequest request, VirusScanner scanner, Cause before) throws IOException {
        try {
            return dissectOnce(request, scanner);
        } catch (ParserLost again) {
            Cause reason = told(again);
            if (!before.isOfTheFile() || !reason.isOfTheFile()) {
                throw again;
            }
            return refused(rule(reason));
        }
    }

    /**
     * Has a copy of a document made without what the gate refuses in it.
     *
     * @param target takes its bytes, which are worth nothing unless the answer says that it was made
     * @param most bytes it may have
     * @throws IOException as {@link #dissect}
     */
    Cleaning clean(ParseRequest request, OutputStream target, long most) throws IOException {
        try {
            return converse(child -> conversation(child, request, UNUSED).clean(target, most));
        } catch (ParserLost lost) {
            Cause reason = told(lost);
            if (!reason.isOfTheFile()) {
                throw lost;
            }
            return Cleaning.impossible(Objection.of(rule(reason)));
        }
    }

    /**
     * Has a part of a file shown.
     *
     * @return nothing where it cannot be shown: not in this way, not within the bounds, or because it is damaged
     * @throws ParsersBusy where no child has time for it
     * @throws IOException where the content cannot be read
     */
    Optional<Preview> show(ParseRequest request, Glance glance) throws IOException {
        try {
            return previews.within(
                    () -> put(child -> new ParserSession(child, limits.forShowing(), request, UNUSED).show(glance)));
        } catch (ParserLost lost) {
            if (!told(lost).isOfTheFile()) {
                throw new ParsersBusy("the parser was lost");
            }
            return Optional.empty();
        }
    }

    /**
     * Has the text of a file taken, while no child is wanted for anything else.
     *
     * @param most characters
     * @param time of a processor
     * @return nothing where none can be taken: not within the bounds, or because it is damaged
     * @throws ParsersBusy where a child is wanted, before or meanwhile
     * @throws IOException where the content cannot be read
     */
    Optional<String> text(ParseRequest request, int most, Duration time) throws IOException {
        try {
            return spare.within(() -> put(child -> spare.holding(
                            child,
                            () -> new ParserSession(child, limits.within(time), request, UNUSED)
                                    .show(Glance.words(most)))))
                    .map(Preview::text);
        } catch (ParserLost lost) {
            if (!told(lost).isOfTheFile()) {
                throw lost;
            }
            return Optional.empty();
        }
    }

    private Cause told(ParserLost lost) {
        Cause reason = lost.reason();
        losses.accept(reason.name().toLowerCase(Locale.ROOT));
        return reason;
    }

    private static Rule rule(Cause reason) {
        return reason == Cause.DEATH ? Rule.DAMAGED : Rule.EFFORT;
    }

    private static ParseResult refused(Rule why) {
        return new ParseResult(
                "application/octet-stream", Optional.of(Objection.of(why)), Optional.empty(), false, List.of());
    }

    private ParseResult dissectOnce(ParseRequest request, VirusScanner scanner) throws IOException {
        return converse(child -> conversation(child, request, scanner).run());
    }

    private ParserSession conversation(ParserProcess child, ParseRequest request, VirusScanner scanner) {
        return new ParserSession(child, limits, request, scanner);
    }

    /** One file put to one child. */
    private interface Talk<T> {
        T with(ParserProcess child) throws IOException;
    }

    private <T> T converse(Talk<T> talk) throws IOException {
        takePlace();
        try {
            return put(talk);
        } finally {
            places.release();
        }
    }

    private <T> T put(Talk<T> talk) throws IOException {
        return put(ready(idle::poll), talk);
    }

    private <T> T put(ParserProcess child, Talk<T> talk) throws IOException {
        boolean usable = false;
        try {
            T found = talk.with(child);
            usable = child.files() < FILES_PER_CHILD;
            return found;
        } finally {
            giveBack(child, usable);
        }
    }

    private void takePlace() throws IOException {
        if (places.tryAcquire()) {
            return;
        }
        if (places.getQueueLength() >= limits.queue()) {
            throw new IOException("too many files wait to be taken apart");
        }
        try {
            places.acquire();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while waiting for a parser", stopping);
        }
    }

    /** @param next takes one of those that have nothing to do */
    private ParserProcess ready(Supplier<@Nullable ParserProcess> next) throws IOException {
        ParserProcess child = next.get();
        while (child != null && !child.isAlive()) {
            child = next.get();
        }
        return child == null ? start() : child;
    }

    private ParserProcess start() throws IOException {
        if (sandbox.state() == Sandbox.State.MISSING) {
            throw new IOException("there is no sandbox for a parser");
        }
        ParserProcess child = begun();
        child.awaitReady();
        return child;
    }

    /** A sandbox ends with the thread that began it (prctl(2), PR_SET_PDEATHSIG): only the patrol's lives long enough. */
    private ParserProcess begun() throws IOException {
        CompletableFuture<ParserProcess> begun = new CompletableFuture<>();
        try {
            patrol.schedule(
                    new TimerTask() {
                        @Override
                        public void run() {
                            begin(begun);
                        }
                    },
                    0);
            return begun.get();
        } catch (ExecutionException | IllegalStateException failed) {
            throw new IOException("no parser can be started", failed);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while a parser was started", stopping);
        }
    }

    private void begin(CompletableFuture<ParserProcess> begun) {
        try {
            ParserProcess child = ParserProcess.start(command.builder());
            alive.add(child);
            begun.complete(child);
        } catch (IOException | RuntimeException failed) {
            begun.completeExceptionally(failed);
        }
    }

    private void giveBack(ParserProcess child, boolean usable) {
        if (child.rest() && usable && !closed) {
            idle.push(child);
        } else {
            child.kill();
        }
    }

    /** Whether the system holds them in. */
    Sandbox.State confinement() {
        return sandbox.state();
    }

    /** Ends all children that have nothing to do; the others end with their file. */
    @Override
    public void close() {
        closed = true;
        for (ParserProcess child = idle.poll(); child != null; child = idle.poll()) {
            child.kill();
        }
    }
}

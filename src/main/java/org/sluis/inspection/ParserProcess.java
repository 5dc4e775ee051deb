package org.sluis.inspection;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.sluis.inspection.ParserLost.Cause;
import org.sluis.inspection.parsing.Parser;
import org.sluis.inspection.parsing.Signal;

/** One child process and the pipe to it. Used by one thread at a time; killed by any. */
final class ParserProcess {

    private static final Duration TIME_TO_START = Duration.ofSeconds(30);
    private static final int EXIT_PATIENCE_SECONDS = 5;

    /** How a process ends by the signals HUP, INT, KILL and TERM, which come from outside. */
    private static final Set<Integer> ENDED_FROM_OUTSIDE = Set.of(129, 130, 137, 143);

    private final Process process;
    private final Worker worker;
    private final Watch watch;
    private final DataInputStream in;
    private final DataOutputStream out;
    private int files;
    private Runnable beforeWaiting = () -> {};
    private volatile boolean killed;

    private ParserProcess(Process process, Worker worker, Watch watch) {
        this.process = process;
        this.worker = worker;
        this.watch = watch;
        this.in = new DataInputStream(
                new BufferedInputStream(new TimedInput(process.getInputStream()), Signal.MAX_BYTES));
        this.out = new DataOutputStream(
                new BufferedOutputStream(new TimedOutput(process.getOutputStream()), Signal.MAX_BYTES));
    }

    /** Which process does the work: where a sandbox stands between, the innermost. */
    private static final class Worker {

        private volatile ProcessHandle process;

        Worker(ProcessHandle process) {
            this.process = process;
        }
    }

    static ParserProcess start(ProcessBuilder command) throws IOException {
        Process process = command.start();
        Worker worker = new Worker(process.toHandle());
        Watch watch = new Watch(
                () -> processorTime(worker.process).orElse(Duration.ZERO).toNanos(), System::nanoTime);
        watch.begin(TIME_TO_START);
        return new ParserProcess(process, worker, watch);
    }

    /** What a process has used so far, to some ten milliseconds; nothing where the platform does not tell. */
    static Optional<Duration> processorTime(ProcessHandle process) {
        return process.info().totalCpuDuration();
    }

    /** @throws IOException where it does not come up */
    void awaitReady() throws IOException {
        if (in.read() != Signal.READY.code()) {
            kill();
            throw new IOException("the parser cannot be started");
        }
        process.toHandle()
                .descendants()
                .filter(inner -> inner.children().findAny().isEmpty())
                .findFirst()
                .ifPresent(inner -> worker.process = inner);
    }

    /** Something to write to the child. */
    interface Message {
        void write(DataOutputStream out) throws IOException;
    }

    /** Starts the time for one more file. */
    void begin(Duration time) {
        files++;
        watch.begin(time);
    }

    /** @param errand what the portal does before it waits for the child to say something */
    void beforeWaiting(Runnable errand) {
        beforeWaiting = errand;
    }

    /** @return whether it may have another file */
    boolean rest() {
        watch.rest();
        return watch.verdict().isEmpty();
    }

    void send(Message message) throws ParserLost {
        try {
            message.write(out);
            out.flush();
        } catch (IOException broken) {
            throw lost();
        }
    }

    Signal next() throws ParserLost {
        return Signal.of(readByte()).orElseThrow(this::lost);
    }

    int readByte() throws ParserLost {
        return read(DataInputStream::readUnsignedByte);
    }

    int readInt() throws ParserLost {
        return read(DataInputStream::readInt);
    }

    long readLong() throws ParserLost {
        return read(DataInputStream::readLong);
    }

    void readFully(byte[] target) throws ParserLost {
        read(pipe -> {
            pipe.readFully(target);
            return target.length;
        });
    }

    /** Something the child says. */
    interface Reading<T> {
        T read(DataInputStream pipe) throws IOException;
    }

    <T> T read(Reading<T> reading) throws ParserLost {
        try {
            return reading.read(in);
        } catch (IOException broken) {
            throw lost();
        }
    }

    /** How many files it was given. */
    int files() {
        return files;
    }

    /** Ends it and says why it is lost. */
    ParserLost lost() {
        try {
            if (!process.waitFor(1, TimeUnit.SECONDS)) {
                kill();
                process.waitFor(EXIT_PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } catch (InterruptedException stopping) {
            kill();
            Thread.currentThread().interrupt();
        }
        return new ParserLost(watch.verdict().orElseGet(this::causeOfDeath));
    }

    private Cause causeOfDeath() {
        if (killed || process.isAlive()) {
            return Cause.DEATH;
        }
        int end = process.exitValue();
        if (end == Parser.OUT_OF_MEMORY) {
            return Cause.MEMORY;
        }
        return ENDED_FROM_OUTSIDE.contains(end) ? Cause.KILLED : Cause.DEATH;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void killIfLate() {
        if (watch.isOver()) {
            kill();
        }
    }

    void kill() {
        killed = true;
        process.destroyForcibly();
    }

    private final class TimedInput extends FilterInputStream {

        TimedInput(InputStream pipe) {
            super(pipe);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (in.available() == 0) {
                beforeWaiting.run();
            }
            watch.start();
            try {
                return super.read(target, offset, length);
            } finally {
                watch.stop();
            }
        }
    }

    private final class TimedOutput extends FilterOutputStream {

        TimedOutput(OutputStream pipe) {
            super(pipe);
        }

        @Override
        public void write(byte[] source, int offset, int length) throws IOException {
            watch.start();
            try {
                out.write(source, offset, length);
            } finally {
                watch.stop();
            }
        }
    }
}
